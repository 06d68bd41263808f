package fr.ondine.ui.invoices;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.billing.InvoiceSummary;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.payments.CardPayments;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.ui.payments.PayButton;

/** How the invoices of one contract get settled by card, where the utility offers that. */
record Settling(CardPayments cards, UserId payer) {

    /** A button to pay it, or nothing. */
    Component action(InvoiceSummary invoice) {
        return invoice.payable().isPositive() && cards.isOffered() ? payButton(invoice) : new Span();
    }

    private Component payButton(InvoiceSummary invoice) {
        var text = I18NProvider.translate("invoices.pay");
        return new PayButton(cards, payer, new ReceivableId(invoice.id().value()), text)
                .little(I18NProvider.translate("invoices.pay.which", invoice.number()));
    }
}
