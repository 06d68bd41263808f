package fr.ondine.ui.console;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.operators.ManagedTransfers;
import fr.ondine.ui.security.SignedInOperator;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.CheckField;
import fr.ondine.ui.shell.FileField;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.TextField;
import jakarta.annotation.security.RolesAllowed;

/** Takes in a utility that another platform exported; the page's script sends the file and tells how far it has come. */
@Route(value = "console/importer", layout = ConsoleLayout.class)
@RolesAllowed("ADMINISTER")
@JsModule("context://console.js")
class ImportView extends Page {

    private final transient ManagedTransfers transfers;
    private final transient SignedInOperator signedIn;

    ImportView(ManagedTransfers transfers, SignedInOperator signedIn) {
        super("console.import.title");
        this.transfers = transfers;
        this.signedIn = signedIn;
        narrow();
        add(new Card(new Paragraph(say("console.import.what")), form()));
    }

    private Form form() {
        var done = ActionLink.primary("/console", say("console.add.see"));
        done.getElement().setAttribute("hidden", "");
        var slug = TextField.text("as", say("console.import.slug")).help(say("console.import.slug.help"));
        var host = TextField.text("host", say("console.import.host")).help(say("console.import.host.help"));
        var form = new Form(
                file(),
                TextField.password("phrase", say("console.export.passphrase"), "off")
                        .required(),
                slug.attribute("autocapitalize", "off"),
                host.attribute("autocapitalize", "off"),
                new CheckField("take-over", say("console.import.take-over")),
                Button.submit(say("console.import.send")),
                told(),
                done);
        form.add(proving(form));
        form.getElement()
                .setAttribute("data-import", TransferFiles.IMPORTED)
                .setAttribute("data-sending", say("console.import.sending"))
                .setAttribute("data-loading", say("console.import.loading"))
                .setAttribute("data-loaded", say("console.import.loaded", "{0}"))
                .setAttribute("data-done", say("console.import.done", "{0}", "{1}", "{2}"))
                .setAttribute("data-failed", say("console.import.failed"))
                .setAttribute("data-lost", say("console.import.lost"))
                .setAttribute("data-sign-in", say("console.import.sign-in"))
                .removeAttribute("novalidate");
        return form;
    }

    /** What the page's script presses where the second factor is asked for again; the form is sent once it was given. */
    private Button proving(Form form) {
        var button = Button.secondary("").onPress(() -> {
            transfers.mayTake(signedIn.get());
            form.getElement().executeJs("this.requestSubmit()");
        });
        button.addClassName("proving");
        button.getElement().setAttribute("hidden", "");
        return button;
    }

    private FileField file() {
        var most = transfers.largestImport();
        return new FileField("fichier", say("console.import.file"), ".zip")
                .atMost(most.toBytes(), say("fleet.transfer-too-large", most.toMegabytes()));
    }

    /** What the page's script says and, not to be read out at each change, a count. */
    private static Paragraph told() {
        var count = new Span();
        count.getElement().setAttribute("aria-hidden", "true");
        var told = new Paragraph(new Span(), count);
        told.addClassNames("notice", "outcome");
        told.getElement().setAttribute("role", "status").setAttribute("tabindex", "-1");
        return told;
    }
}
