package fr.ondine.ui.schedules;

import static fr.ondine.ui.schedules.ScheduleWords.say;

import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.plans.WaitingRefund;
import fr.ondine.ui.shell.Amount;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;

/** What is to be given back, and the way to say that the bank has paid it. */
final class RefundCard extends Card {

    RefundCard(WaitingRefund refund, boolean mayChange, Runnable look) {
        super(say("schedules.refund"));
        add(new Amount(refund.amount()), new Paragraph(say("schedules.refund.what", refund.notedOn())));
        if (mayChange) {
            add(Button.secondary(say("schedules.refund.paid")).onPress(look));
        }
    }
}
