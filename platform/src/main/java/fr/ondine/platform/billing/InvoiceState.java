package fr.ondine.platform.billing;

import fr.ondine.platform.kernel.Money;

/** What is left to do about an invoice: derived each time from the ledger, never stored. */
public enum InvoiceState {
    PAID,
    /** The payer has done his part and the provider does not have the money yet. */
    PAYMENT_IN_PROGRESS,
    DUE,
    OVERDUE,
    /** The utility owes the holder. */
    CREDIT;

    static InvoiceState of(Money balance, boolean inProgress, boolean pastDue) {
        if (balance.isPositive()) {
            return inProgress ? PAYMENT_IN_PROGRESS : pastDue ? OVERDUE : DUE;
        }
        return balance.isNegative() ? CREDIT : PAID;
    }
}
