package fr.ondine.ui.leakfiles;

import static fr.ondine.ui.leakfiles.LeakWording.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.leaks.LeakDesk;
import fr.ondine.platform.leaks.LeakFile;
import fr.ondine.platform.leaks.ReliefPreview;
import fr.ondine.platform.leaks.RelievedInvoice;
import fr.ondine.platform.leaks.RelievedLine;
import fr.ondine.platform.tariffs.InvoiceSection;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Amount;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Texts;
import fr.ondine.ui.shell.Tone;
import fr.ondine.ui.shell.Written;
import java.util.function.Consumer;

/** What granting would take back, line by line, and the two answers. */
final class DecisionCard extends Card {

    private final transient LeakDesk desk;
    private final transient SignedInStaff signedIn;
    private final transient LeakFile file;
    private final transient Consumer<String> done;

    DecisionCard(LeakDesk desk, SignedInStaff signedIn, LeakFile file, Consumer<String> done) {
        super(say(file.isOpen() ? "leakfiles.decision" : "leakfiles.decision.more"));
        this.desk = desk;
        this.signedIn = signedIn;
        this.file = file;
        this.done = done;
        try {
            desk.preview(signedIn.get(), file.id(), file.isCertifiedLate())
                    .ifPresentOrElse(this::offer, () -> add(new Paragraph(nothingToOffer())));
        } catch (DomainException unknown) {
            add(Notice.plain(Tone.WARN, Texts.refusal(unknown)));
        }
        if (file.isOpen()) {
            add(refusal());
        }
    }

    private String nothingToOffer() {
        return file.invoice().isEmpty()
                ? say("leakfiles.decision.not-billed")
                : say("leakfiles.decision.no-certificate");
    }

    private void offer(ReliefPreview preview) {
        if (preview.isCertified() && preview.isLate()) {
            add(new Notice(
                    Tone.WARN,
                    say("leakfiles.late"),
                    say(
                            "leakfiles.late.what",
                            file.certificate().orElseThrow().receivedOn(),
                            file.answerBy().orElseThrow())));
        }
        if (!preview.isCertified()) {
            add(new Notice(Tone.INFO, say("leakfiles.not-noticed"), say("leakfiles.not-noticed.what")));
        }
        add(
                new Paragraph(effect(preview)),
                new Amount(preview.total()).medium(),
                new Paragraph(say("leakfiles.effect.credit")));
        preview.invoices().forEach(this::show);
        add(granting(preview));
    }

    /** Of sewerage nothing is said where none was billed. */
    private static String effect(ReliefPreview preview) {
        var written = Written.here();
        var isSewerageBilled = preview.invoices().stream()
                .flatMap(invoice -> invoice.lines().stream())
                .anyMatch(line -> line.billed().section().equals(InvoiceSection.SEWERAGE.name()));
        return isSewerageBilled
                ? say("leakfiles.effect", written.volume(preview.water()), written.volume(preview.sewerage()))
                : say("leakfiles.effect.water", written.volume(preview.water()));
    }

    private void show(RelievedInvoice invoice) {
        var table = new ResponsiveTable()
                .caption(say("leakfiles.effect.invoice", invoice.number()))
                .column(say("leakfiles.line"))
                .endColumn(say("leakfiles.before"))
                .endColumn(say("leakfiles.after"));
        invoice.lines().forEach(line -> row(table, line));
        table.row(
                new Span(say("leakfiles.effect.whole")),
                new Span(Written.money(invoice.effect().before())),
                new Span(Written.money(invoice.effect().after())));
        table.row(
                new Span(say("leakfiles.effect.owed")),
                new Span(Written.money(invoice.effect().owedBefore())),
                new Span(Written.money(invoice.effect().owedAfter())));
        add(table);
    }

    private static void row(ResponsiveTable table, RelievedLine line) {
        var billed = line.billed();
        table.row(
                LeakWording.above(
                        new Span(billed.label()),
                        say("leakfiles.line.vat", billed.vat().percent())),
                LeakWording.above(
                        new Span(Written.money(billed.net())), Written.here().quantity(billed.quantity())),
                LeakWording.above(
                        new Span(Written.money(line.net())), Written.here().quantity(line.due())));
    }

    private Form granting(ReliefPreview preview) {
        var isLate = preview.isCertified() && preview.isLate();
        var reason = TextField.text("motif-accord", say(isLate ? "leakfiles.reason.late" : "leakfiles.note"))
                .attribute("maxlength", "500")
                .autocomplete("off")
                .explains("leaks.reason-missing");
        return new Form(reason, Button.submit(say("leakfiles.grant", preview.total()))).onSubmit(() -> {
            var isMailed = desk.grant(signedIn.get(), file.id(), isLate, preview.total(), reason.value());
            done.accept(say(isMailed ? "leakfiles.granted" : "leakfiles.granted.unmailed", preview.total()));
        });
    }

    private Div refusal() {
        return new Div(new H3(say("leakfiles.refuse.title")), new RefusalForm(file, reason -> {
            var isMailed = desk.refuse(signedIn.get(), file, reason);
            done.accept(say(isMailed ? "leakfiles.refused" : "leakfiles.refused.unmailed"));
        }));
    }
}
