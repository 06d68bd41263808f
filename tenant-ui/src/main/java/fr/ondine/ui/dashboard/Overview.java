package fr.ondine.ui.dashboard;

import fr.ondine.platform.billing.InvoiceState;
import fr.ondine.platform.billing.InvoiceSummary;
import fr.ondine.platform.customers.AgreementCard;
import fr.ondine.platform.customers.PaymentMethod;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.metering.ConsumptionHistory;
import fr.ondine.platform.metering.Reading;
import java.util.List;
import java.util.Optional;

/** All that the dashboard shows of one contract: its latest invoices first. */
public record Overview(
        AgreementCard card,
        Money due,
        List<InvoiceSummary> invoices,
        ConsumptionHistory consumption,
        Optional<Reading> lastReading) {

    /** The invoices that wait to be paid, the oldest first. */
    List<InvoiceSummary> unpaid() {
        return invoices.stream()
                .filter(invoice -> invoice.balance().isPositive())
                .toList()
                .reversed();
    }

    /** Whether the money is on its way without the holder: by a payment in progress, or a debit on the due date. */
    boolean comesByItself(InvoiceSummary invoice) {
        return invoice.state() == InvoiceState.PAYMENT_IN_PROGRESS
                || (isDebited() && invoice.state() == InvoiceState.DUE);
    }

    private boolean isDebited() {
        return card.paymentMethod() != PaymentMethod.ON_INVOICE && card.mandate() != null;
    }
}
