package fr.ondine.ui.invoices;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import fr.ondine.platform.billing.InvoiceSummary;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.payments.CardPayments;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Texts;
import fr.ondine.ui.shell.Tone;

/** Leads from a line of the list to the provider's page; a refusal is said beside the line. */
final class PayButton extends Div {

    private final Div answer = new Div();

    PayButton(CardPayments cards, UserId payer, InvoiceSummary invoice) {
        var pay = Button.primary(getTranslation("invoices.pay")).little();
        pay.getElement().setAttribute("aria-label", getTranslation("invoices.pay.which", invoice.number()));
        pay.onPress(() -> open(cards, payer, new ReceivableId(invoice.id().value())));
        add(pay, answer);
    }

    private void open(CardPayments cards, UserId payer, ReceivableId invoice) {
        answer.removeAll();
        try {
            UI.getCurrentOrThrow().getPage().setLocation(cards.start(payer, invoice));
        } catch (DomainException refusal) {
            answer.add(Notice.plain(Tone.WARN, Texts.refusal(refusal)).announced());
        }
    }
}
