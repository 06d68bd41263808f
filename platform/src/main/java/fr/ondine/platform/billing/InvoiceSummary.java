package fr.ondine.platform.billing;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.receivables.MissedDebit;
import fr.ondine.platform.receivables.ReceivableState;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An invoice in a list.
 *
 * @param number as printed on it
 * @param agreementNumber the number that the agreement bore on that day, as printed on it
 * @param dueOn the day until which it is asked for, with a later one where it was carried
 * @param left what is left of it once the agreement's credit is set against its oldest invoices
 * @param payable what may be paid of it by card now; zero when nothing may
 * @param missed the debit that should have paid it by now; null where all goes as it should
 * @param settledOn the day of the last payment, when nothing is left to pay
 * @param knownOn the day up to which the utility's own books are known here
 */
public record InvoiceSummary(
        InvoiceId id,
        String number,
        InvoiceKind kind,
        String agreementNumber,
        LocalDate issuedOn,
        LocalDate dueOn,
        @Nullable Period period,
        Money total,
        Money left,
        Money payable,
        ReceivableState state,
        @Nullable MissedDebit missed,
        @Nullable LocalDate settledOn,
        LocalDate knownOn) {

    /** Whether a part of it is settled and the rest is not. */
    public boolean isSettledInPart() {
        return left.isPositive() && !left.equals(total);
    }
}
