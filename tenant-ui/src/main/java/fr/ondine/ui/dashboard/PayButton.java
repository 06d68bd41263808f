package fr.ondine.ui.dashboard;

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

/** Leads to the provider's page where the invoice is paid by card; a refusal is said below the button. */
class PayButton extends Div {

    private final Div answer = new Div();

    PayButton(CardPayments cards, UserId payer, InvoiceSummary invoice) {
        var pay = Button.primary(getTranslation("dashboard.pay"));
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
