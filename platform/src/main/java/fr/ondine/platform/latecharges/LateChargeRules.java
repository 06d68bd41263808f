package fr.ondine.platform.latecharges;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.latecharges.LateCharge.Obstacle;
import fr.ondine.platform.receivables.ReceivableState;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether the sewerage charge of an invoice may be increased by a quarter, and by how much: more than three months after it
 * was presented, and more than fifteen days after a formal notice by registered letter was received (CGCT R2224-19-9).
 */
record LateChargeRules(LocalDate today, RoundingMode rounding) {

    private static final int MONTHS = 3;
    private static final int DAYS = 15;
    /** By then an invoice has come through the post; the day when it did is not known. */
    private static final int DAYS_BY_POST = 8;

    private static final Money ONE = Money.euros("1.00");
    private static final Money FOUR = Money.euros("4.00");

    LateCharge decide(LateInvoice one) {
        var base = base(one);
        return new LateCharge(
                one.id(),
                one.number(),
                base,
                base.share(ONE, FOUR, rounding),
                one.notice(),
                one.received(),
                one.increasedBy(),
                obstacle(one, base),
                from(one));
    }

    /** The sewerage charge alone, and of that only what is not paid. */
    private Money base(LateInvoice one) {
        if (!one.total().isPositive()
                || !one.sewerage().isPositive()
                || !one.left().isPositive()) {
            return Money.zero();
        }
        return one.left().compareTo(one.total()) >= 0
                ? one.sewerage()
                : one.sewerage().share(one.left(), one.total(), rounding);
    }

    private @Nullable Obstacle obstacle(LateInvoice one, Money base) {
        if (one.increasedBy() != null) {
            return Obstacle.INCREASED;
        }
        if (one.isProtected()) {
            return Obstacle.PROTECTED;
        }
        if (one.isDisputed()) {
            return Obstacle.DISPUTED;
        }
        if (one.isPaying()) {
            return Obstacle.PAYMENT_IN_PROGRESS;
        }
        if (one.state() != ReceivableState.OVERDUE
                || !base.share(ONE, FOUR, rounding).isPositive()) {
            return Obstacle.NOT_OWED;
        }
        return unasked(one);
    }

    private @Nullable Obstacle unasked(LateInvoice one) {
        if (one.notice() == null) {
            return Obstacle.NO_NOTICE;
        }
        var from = from(one);
        if (from == null) {
            return Obstacle.NOT_RECEIVED;
        }
        return today.isBefore(from) ? Obstacle.TOO_EARLY : null;
    }

    /** The first day on which it may be; null until the notice is known to have been received. */
    private static @Nullable LocalDate from(LateInvoice one) {
        if (one.received() == null) {
            return null;
        }
        var presented = later(one.dueOn(), one.issuedOn().plusDays(DAYS_BY_POST));
        var noticed = one.received().receivedOn().plusDays(DAYS);
        return later(presented.plusMonths(MONTHS), noticed).plusDays(1);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
