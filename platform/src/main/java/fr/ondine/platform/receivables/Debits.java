package fr.ondine.platform.receivables;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the utility's books say of the debits for one invoice.
 *
 * @param booksKnownOn the day up to which the books are known here: later debits may have been made
 * @param last the day of the last debit that held
 * @param cameBack the day on which one last came back (a rejet)
 */
record Debits(
        LocalDate dueOn,
        LocalDate booksKnownOn,
        @Nullable LocalDate last,
        @Nullable LocalDate cameBack) {

    /** A month between two debits, and one more for a bank holiday, a late file or a month that was let out. */
    private static final int QUIET_MONTHS = 2;

    /** Whether the one debit on the due date may still come: none came back, and the books do not reach past the day. */
    boolean isAhead() {
        return !failed() && !booksKnownOn.isAfter(dueOn);
    }

    /**
     * Whether the plan (échéancier) still runs. Its dates are not imported, so the debits themselves tell: it runs until
     * the due date, and after it as long as the last debit, or the due date, is no older than two months. Then nothing
     * is being debited any more, and the rest is the holder's to pay. Telling them earlier would have them pay by card
     * what the next debit takes as well.
     */
    boolean goOn() {
        var since = last == null || last.isBefore(dueOn) ? dueOn : last;
        return !failed() && !booksKnownOn.isAfter(since.plusMonths(QUIET_MONTHS));
    }

    /** The day on which the last one came back, unless a later one held. */
    @Nullable
    LocalDate sentBackOn() {
        return failed() ? cameBack : null;
    }

    private boolean failed() {
        return cameBack != null && (last == null || !last.isAfter(cameBack));
    }
}
