package fr.ondine.ui.payments;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.payments.CardPayments;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Texts;
import fr.ondine.ui.shell.Tone;

/** Leads to the provider's page where an invoice is paid by card; a refusal is said below the button. */
public class PayButton extends Div {

    private final Div answer = new Div();

    public PayButton(CardPayments cards, UserId payer, ReceivableId invoice, String text) {
        add(Button.primary(text).onPress(() -> open(cards, payer, invoice)), answer);
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
