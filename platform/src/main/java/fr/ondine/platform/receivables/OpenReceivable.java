package fr.ondine.platform.receivables;

import fr.ondine.platform.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * An invoice whose own postings do not sum to zero.
 *
 * @param left what is left of it once the agreement's credit is set against its oldest invoices
 * @param payable what may be paid of it by card now; zero when nothing may
 * @param missed the debit that should have paid it by now; null where all goes as it should
 */
public record OpenReceivable(
        ReceivableId id,
        ReceivableState state,
        Money left,
        Money payable,
        @Nullable MissedDebit missed) {

    /** An invoice on which nothing is open any more. */
    public static OpenReceivable settled(ReceivableId id) {
        return new OpenReceivable(id, ReceivableState.PAID, Money.zero(), Money.zero(), null);
    }
}
