package fr.ondine.platform.receivables;

/** What is left to do about an invoice: derived each time from the ledger and the means of payment, never stored. */
public enum ReceivableState {
    PAID,
    /** The payer has done his part and the provider does not have the money yet. */
    PAYMENT_IN_PROGRESS,
    /** The utility debits it on the due date (prélèvement à l'échéance). */
    DEBITED,
    /** The utility debits it month by month (mensualités en cours). */
    BY_INSTALMENTS,
    DUE,
    OVERDUE,
    /** Too little to be asked for by itself: it is with the next invoice (reporté). */
    CARRIED,
    /** The utility owes the holder. */
    CREDIT;

    /** Whether the holder has to do something for it to be paid. */
    public boolean isAsked() {
        return this == DUE || this == OVERDUE;
    }

    /** Whether the money is on its way without the holder. */
    public boolean comesByItself() {
        return this == PAYMENT_IN_PROGRESS || this == DEBITED || this == BY_INSTALMENTS;
    }
}
