package fr.ondine.platform.receivables;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the utility's books say of the debits for one invoice.
 *
 * @param booksKnownOn the day up to which the books are known here: later debits may have been made
 * @param last the day of the last debit that held
 * @param returned how many later ones came back (rejets)
 * @param sentBackOn the day on which one of these last did
 */
record Debits(
        LocalDate dueOn,
        LocalDate booksKnownOn,
        @Nullable LocalDate last,
        int returned,
        @Nullable LocalDate sentBackOn) {

    /** A due date on a holiday, the bank's own days and a late file. */
    static final int DAYS_OF_GRACE = 7;

    /** A month between two debits, and one more for the same reasons or a month that was let out. */
    private static final int QUIET_MONTHS = 2;

    /** A utility usually ends a plan when two debits in a row came back. */
    private static final int RETURNS_THAT_END_A_PLAN = 2;

    /** Whether the one debit on the due date may still come: none came back, nor do the books reach a week past the day. */
    boolean isAhead() {
        return returned == 0 && !booksKnownOn.isAfter(dueOn.plusDays(DAYS_OF_GRACE));
    }

    /**
     * Whether the plan (échéancier) still runs. Its dates are not imported, so the debits themselves tell: it runs until
     * the due date, and after it as long as the last debit, or the due date, is no older than two months. Then nothing
     * is being debited any more, and the rest is the holder's to pay. Telling them earlier would have them pay by card
     * what the next debit takes as well.
     */
    boolean goOn() {
        var since = last == null || last.isBefore(dueOn) ? dueOn : last;
        return returned < RETURNS_THAT_END_A_PLAN && !booksKnownOn.isAfter(since.plusMonths(QUIET_MONTHS));
    }
}
