package fr.ondine.platform.latecharges;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.kernel.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the increase of an invoice would be, or why there is none.
 *
 * @param number of the invoice as it is printed
 * @param base the part of its sewerage charge that is not paid, excluding VAT
 * @param amount a quarter of that
 * @param notice the formal notice that counts; null where there was none
 * @param received its registered letter; null until that is noted
 * @param increasedBy the invoice that asks for it; null where none does
 * @param obstacle why it is not to be increased today; null where it may be
 * @param from the first day on which it may be, as far as days go; null until the notice was received
 */
public record LateCharge(
        InvoiceId invoice,
        String number,
        Money base,
        Money amount,
        @Nullable NoticeId notice,
        @Nullable RegisteredNotice received,
        @Nullable InvoiceId increasedBy,
        @Nullable Obstacle obstacle,
        @Nullable LocalDate from) {

    /** Why an invoice is not increased. */
    public enum Obstacle {
        INCREASED,
        /** The household is under social protection. */
        PROTECTED,
        DISPUTED,
        PAYMENT_IN_PROGRESS,
        /** Nothing of it is asked for now: it is paid, or comes by itself. */
        NOT_OWED,
        /** No formal notice on paper asked for it. */
        NO_NOTICE,
        /** Nobody has noted that the registered letter was received. */
        NOT_RECEIVED,
        TOO_EARLY
    }

    public boolean isPossible() {
        return obstacle == null;
    }
}
