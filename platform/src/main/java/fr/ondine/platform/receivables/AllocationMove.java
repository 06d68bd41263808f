package fr.ondine.platform.receivables;

import fr.ondine.platform.kernel.Money;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * So much credit that is taken from one place and set against another; a place is an invoice or, without one, what the
 * agreement has on account.
 *
 * @param number how many times something was moved to or from the invoice that names the move, this time included
 */
record AllocationMove(@Nullable ReceivableId from, @Nullable ReceivableId to, Money amount, LocalDate on, int number) {

    /** The invoice by which the move is known; that of the credit note where it goes to the account. */
    ReceivableId named() {
        return to != null ? to : Objects.requireNonNull(from);
    }
}
