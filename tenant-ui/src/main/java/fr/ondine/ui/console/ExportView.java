package fr.ondine.ui.console;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.fleet.UtilitySummary;
import fr.ondine.platform.operators.ManagedFleet;
import fr.ondine.platform.operators.ManagedTransfers;
import fr.ondine.ui.security.SignedInOperator;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Tone;
import jakarta.annotation.security.RolesAllowed;

/** Fetches a whole utility in one file, whose secrets a passphrase opens; the browser shows how far it has come. */
@Route(value = UtilityPage.ADDRESS + "/export", layout = ConsoleLayout.class)
@RolesAllowed("ADMINISTER")
class ExportView extends UtilityPage {

    ExportView(ManagedFleet fleet, SignedInOperator signedIn) {
        super("console.export.title", fleet, signedIn);
        narrow();
    }

    @Override
    void show(UtilitySummary utility, BeforeEnterEvent arrival) {
        add(back(utility));
        arrival.getLocation()
                .getQueryParameters()
                .getSingleParameter("refus")
                .ifPresent(why -> add(refused(utility, why)));
        add(new Card(
                new Paragraph(say("console.export.what")),
                new Paragraph(say("console.export.passphrase.what")),
                form(utility)));
    }

    private Notice refused(UtilitySummary utility, String why) {
        return Refusals.focused(Notice.plain(
                Tone.BAD,
                TransferFiles.REFUSALS.contains(why)
                        ? say("console.export.refused." + why, name(utility), ManagedTransfers.SHORTEST_PASSPHRASE)
                        : say("shell.refused")));
    }

    private Form form(UtilitySummary utility) {
        var passphrase = secret("phrase", say("console.export.passphrase"))
                .help(say("console.export.passphrase.help", ManagedTransfers.SHORTEST_PASSPHRASE));
        var again = secret("encore", say("console.export.passphrase.again"));
        var password = TextField.password("password", say("console.password.current"), "current-password")
                .required();
        var form = new Form(passphrase, again, password, Button.submit(say("console.export.send")))
                .posts(href(utility) + TransferFiles.EXPORTED);
        form.getElement().setAttribute("data-download", "").removeAttribute("novalidate");
        return form;
    }

    private static TextField secret(String name, String label) {
        return TextField.password(name, label, "off")
                .attribute("minlength", String.valueOf(ManagedTransfers.SHORTEST_PASSPHRASE))
                .required();
    }
}
