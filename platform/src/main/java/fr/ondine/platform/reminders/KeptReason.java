package fr.ondine.platform.reminders;

/** Why somebody whose invoice is overdue gets no letter. */
public enum KeptReason {
    /** The household is under social protection. */
    PROTECTED,
    /** A payment is on its way. */
    PAYMENT_IN_PROGRESS,
    /** Noted so by staff, or a leak is to be decided of. */
    DISPUTED,
    /** An instalment plan is kept. */
    PLAN_KEPT,
    /** It will be debited. */
    DEBIT_EXPECTED,
    /** Less than what the utility asks for by itself, or than the level's own minimum. */
    TOO_LITTLE,
    /** Every letter that is due was sent before. */
    ALREADY_SENT,
    /** The last letter is too recent. */
    TOO_SOON,
    /** Nothing is overdue any more. */
    SETTLED,
    /** Another letter than the one that was looked at is due by now. */
    OTHER_LETTER
}
