package fr.ondine.platform.receivables;

/** The accounts of the ledger; a debit is positive, a credit negative. */
enum Account {
    /** What customers owe, per invoice. */
    RECEIVABLE,
    REVENUE,
    VAT,
    /** Card money that the provider holds until it pays out. */
    CARD_CLEARING,
    BANK,
    /** Money received beyond what was owed (an avance), kept for its agreement. */
    UNALLOCATED;

    /** Whether money lies there, rather than a claim on it. */
    boolean isMoney() {
        return this == CARD_CLEARING || this == BANK;
    }
}
