package fr.ondine.ui.console;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.fleet.UtilitySummary;
import fr.ondine.platform.kernel.DomainException;
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

    private final transient ManagedTransfers transfers;
    private final Div told = new Div();

    ExportView(ManagedFleet fleet, ManagedTransfers transfers, SignedInOperator signedIn) {
        super("console.export.title", fleet, signedIn);
        this.transfers = transfers;
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
                Tone.BAD,
                TransferFiles.REFUSALS
                        .code(why)
                        .map(code -> refusal(utility, code))
                        .orElseGet(() -> say("shell.refused"))));
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
                .required()
                .explains("factors.password-wrong");
        var send = Button.submit(say("console.export.send"));
        var form = new Form(passphrase, again, password, send).posts(href(utility) + TransferFiles.EXPORTED);
        return form.onSubmit(() -> {
            told.removeAll();
            confirm(password);
            send.setEnabled(false);
            told.add(progress(utility, stage -> {
                password.clear();
                send.setEnabled(true);
                if (stage instanceof ExportStage.Over) {
                    Stream.of(passphrase, again).forEach(TextField::clear);
                }
                told.add(ended(utility, stage));
            }));
            form.getElement().executeJs("this.submit()");
        });
    }

    /** Before the browser posts the form, whose answer would be another page, without what was typed. */
    private void confirm(TextField password) {
        try {
            transfers.confirm(who(), password.value());
        } catch (DomainException wrong) {
            password.clear();
            throw wrong;
        }
    }

    private String refusal(UtilitySummary utility, String why) {
        return say("console.export.refused." + why, name(utility), ManagedTransfers.SHORTEST_PASSPHRASE);
    }

    private ExportProgress progress(UtilitySummary utility, Consumer<ExportStage> last) {
        var operator = who();
        return new ExportProgress(
                say("console.export.preparing", name(utility)),
                () -> fleet.acts(operator, utility.slug(), LATEST).stream()
                        .filter(act -> act.actor().equals(operator.actor()))
                        .toList(),
                last);
    }

    private Notice ended(UtilitySummary utility, ExportStage stage) {
        if (!(stage instanceof ExportStage.Over over)) {
            return Notice.plain(Tone.WARN, say("console.export.missing", name(utility)))
                    .announced();
        }
        return over.isWhole()
                ? new Notice(
                                Tone.GOOD,
                                say("console.export.ended", name(utility)),
                                new ActDetail(Words::text).of(over.last()))
                        .announced()
                : Notice.plain(Tone.BAD, say("console.export.broken-off", name(utility)))
                        .announced();
    }
}
