package fr.ondine.ui.dunning;

import static fr.ondine.ui.dunning.DunningWords.say;

import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.reminders.OpenInvoice;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Written;
import java.time.LocalDate;
import java.util.function.BiConsumer;

/** An open invoice, whether it is disputed, and the way to note that it is or is no longer. */
final class DisputeCard extends Card {

    private static final int USUAL_DAYS = 30;

    DisputeCard(OpenInvoice invoice, LocalDate today, BiConsumer<String, LocalDate> note, Runnable close) {
        super(say("dunning.open.invoice", invoice.number()));
        add(new Paragraph(say("dunning.open.left", invoice.left(), invoice.dueOn())));
        var dispute = invoice.dispute();
        if (dispute == null) {
            add(new NativeDetails(say("dunning.dispute"), form(invoice, today, note)));
            return;
        }
        add(
                new Paragraph(say("dunning.dispute.is", dispute.until(), dispute.openedBy())),
                new Paragraph(say("dunning.dispute.why", dispute.reason())),
                Button.secondary(say("dunning.dispute.close")).onPress(close));
    }

    private static Form form(OpenInvoice invoice, LocalDate today, BiConsumer<String, LocalDate> note) {
        var name = "litige-" + invoice.id().value();
        var reason = TextField.paragraphs(name + "-motif", say("dunning.dispute.reason"))
                .attribute("rows", "3")
                .attribute("maxlength", "500")
                .explains("reminders.dispute-reason")
                .required();
        var until = TextField.text(name + "-fin", say("dunning.dispute.until"))
                .attribute("type", "date")
                .autocomplete("off")
                .explains("reminders.dispute-day")
                .initially(today.plusDays(USUAL_DAYS).toString())
                .required();
        var form = new Form(
                new Paragraph(say("dunning.dispute.what", Written.money(invoice.left()))),
                reason,
                until,
                Button.submit(say("dunning.dispute.note")));
        return form.onSubmit(() -> TypedDay.of(until.value())
                .ifPresentOrElse(
                        day -> note.accept(reason.value(), day),
                        () -> form.refuse(until, say("dunning.dispute.until.none"))));
    }
}
