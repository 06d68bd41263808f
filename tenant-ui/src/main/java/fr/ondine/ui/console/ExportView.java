package fr.ondine.ui.console;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.fleet.AuditedAct;
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
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Fetches a whole utility in one file, whose secrets a passphrase opens; the page tells when it has left whole. */
@Route(value = UtilityPage.ADDRESS + "/export", layout = ConsoleLayout.class)
@RolesAllowed("ADMINISTER")
class ExportView extends UtilityPage {

    private static final int LATEST = 9;

    private final Div told = new Div();

    ExportView(ManagedFleet fleet, SignedInOperator signedIn) {
        super("console.export.title", fleet, signedIn);
        narrow();
    }

    @Override
    void show(UtilitySummary utility, BeforeEnterEvent arrival) {
        told.removeAll();
        add(back(utility), told);
        arrival.getLocation()
                .getQueryParameters()
                .getSingleParameter("refus")
                .ifPresent(why -> told.add(refused(utility, why)));
        add(new Card(
                new Paragraph(say("console.export.what")),
                new Paragraph(say("console.export.passphrase.what")),
                new Paragraph(say("console.export.lasting")),
                form(utility)));
    }

    private Notice refused(UtilitySummary utility, String why) {
        return Refusals.focused(Notice.plain(
                Tone.BAD, TransferFiles.REFUSALS.contains(why) ? refusal(utility, why) : say("shell.refused")));
    }

    private Form form(UtilitySummary utility) {
        var passphrase = TextField.password("phrase", say("console.export.passphrase"), "off")
                .help(say("console.export.passphrase.help", ManagedTransfers.SHORTEST_PASSPHRASE))
                .atLeast(ManagedTransfers.SHORTEST_PASSPHRASE, refusal(utility, "passphrase-short"))
                .required();
        var again = TextField.password("encore", say("console.export.passphrase.again"), "off")
                .repeats(passphrase, refusal(utility, "differs"))
                .required();
        var password = TextField.password("password", say("console.password.current"), "current-password")
                .required();
        var send = Button.submit(say("console.export.send"));
        var form = new Form(passphrase, again, password, send).posts(href(utility) + TransferFiles.EXPORTED);
        return form.onSubmit(() -> {
            send.setEnabled(false);
            told.removeAll();
            told.add(progress(utility, last -> {
                Stream.of(passphrase, again, password).forEach(TextField::clear);
                send.setEnabled(true);
                told.add(ended(utility, last));
            }));
            form.getElement().executeJs("this.submit()");
        });
    }

    private String refusal(UtilitySummary utility, String why) {
        return say("console.export.refused." + why, name(utility), ManagedTransfers.SHORTEST_PASSPHRASE);
    }

    private ExportProgress progress(UtilitySummary utility, Consumer<AuditedAct> over) {
        var operator = who();
        return new ExportProgress(
                say("console.export.preparing", name(utility)),
                () -> fleet.acts(operator, utility.slug(), LATEST).stream()
                        .filter(act -> act.actor().equals(operator.actor()))
                        .toList(),
                over);
    }

    private Notice ended(UtilitySummary utility, AuditedAct last) {
        return last.action().equals(ExportProgress.ENDED)
                ? new Notice(Tone.GOOD, say("console.export.ended", name(utility)), new ActDetail(Words::text).of(last))
                        .announced()
                : Notice.plain(Tone.BAD, say("console.export.broken-off", name(utility)))
                        .announced();
    }
}
