package fr.ondine.ui.payments;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.VaadinServletRequest;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.payments.CardPayments;
import fr.ondine.platform.payments.Payer;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Texts;
import fr.ondine.ui.shell.Tone;

/** Leads to the provider's page where an invoice is paid by card; a refusal is said below the button. */
public class PayButton extends Div {

    private final Button button;
    private final Div answer = new Div();

    public PayButton(CardPayments cards, UserId payer, ReceivableId invoice, String text) {
        button = Button.primary(text).onPress(() -> open(cards, payer, invoice));
        add(button, answer);
    }

    /** On the line of one invoice among others: smaller, and saying aloud which one. */
    public PayButton little(String label) {
        button.little().getElement().setAttribute("aria-label", label);
        return this;
    }

    private void open(CardPayments cards, UserId payer, ReceivableId invoice) {
        answer.removeAll();
        try {
            var host = VaadinServletRequest.getCurrent().getServerName();
            UI.getCurrentOrThrow().getPage().setLocation(cards.start(new Payer(payer, host), invoice));
        } catch (DomainException refusal) {
            answer.add(Notice.plain(Tone.WARN, Texts.refusal(refusal)).announced());
        }
    }
}
