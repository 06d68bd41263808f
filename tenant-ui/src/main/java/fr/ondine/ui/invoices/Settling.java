package fr.ondine.ui.invoices;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.billing.InvoiceState;
import fr.ondine.platform.billing.InvoiceSummary;
import fr.ondine.platform.customers.AgreementCard;
import fr.ondine.platform.customers.PaymentMethod;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.payments.CardPayments;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.tenantconfig.Payments.Payable;
import fr.ondine.ui.payments.PayButton;

/** How the invoices of one contract get settled: by the utility's own debit, or by card where it offers that. */
record Settling(CardPayments cards, UserId payer, boolean debited, Payable payable, InvoiceSummary latest) {

    static boolean isDebited(AgreementCard agreement) {
        return agreement.paymentMethod() != PaymentMethod.ON_INVOICE && agreement.mandate() != null;
    }

    /** Whether the money is taken on the due date without the holder doing anything. */
    boolean comesByItself(InvoiceSummary invoice) {
        return debited && invoice.state() == InvoiceState.DUE;
    }

    /** A button to pay it, or nothing. */
    Component action(InvoiceSummary invoice) {
        return canBePaid(invoice) ? payButton(invoice) : new Span();
    }

    private Component payButton(InvoiceSummary invoice) {
        var text = I18NProvider.translate("invoices.pay");
        return new PayButton(cards, payer, new ReceivableId(invoice.id().value()), text)
                .little(I18NProvider.translate("invoices.pay.which", invoice.number()));
    }

    private boolean canBePaid(InvoiceSummary invoice) {
        var waits = invoice.state() == InvoiceState.DUE || invoice.state() == InvoiceState.OVERDUE;
        return waits
                && !comesByItself(invoice)
                && (payable == Payable.EVERY_INVOICE || invoice.id().equals(latest.id()))
                && cards.isOffered();
    }
}
