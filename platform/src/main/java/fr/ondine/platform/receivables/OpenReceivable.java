package fr.ondine.platform.receivables;

import fr.ondine.platform.kernel.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An invoice whose own postings do not sum to zero.
 *
 * @param dueOn of the invoice, or the later day from which on it is asked for where it was carried
 * @param left what is left of it once the agreement's credit is set against its oldest invoices
 * @param payable what may be paid of it by card now; zero when nothing may
 * @param missed the debit that should have paid it by now; null where all goes as it should
 */
public record OpenReceivable(
        ReceivableId id,
        ReceivableState state,
        LocalDate dueOn,
        Money left,
        Money payable,
        @Nullable MissedDebit missed) {

    /** An invoice on which nothing is open any more. */
    public static OpenReceivable settled(ReceivableId id, LocalDate dueOn) {
        return new OpenReceivable(id, ReceivableState.PAID, dueOn, Money.zero(), Money.zero(), null);
    }
}
