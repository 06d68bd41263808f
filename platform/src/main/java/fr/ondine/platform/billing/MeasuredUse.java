package fr.ondine.platform.billing;

import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
import java.time.temporal.ChronoUnit;

/** What an agreement used between readings that somebody saw. */
public record MeasuredUse(Period days, Volume used) {

    private static final int DAYS_APART = 31;
    private static final int WHOLE = 100;
    private static final int TWICE = 2;

    /** To the nearest litre. */
    public long litresPerDay() {
        return used.share(1, days.days()).litres();
    }

    /**
     * By how many percent more was used a day than in another time, in which something was; to the nearest, negative where
     * it was less.
     */
    public long percentAbove(MeasuredUse other) {
        var ours = used.litres() * other.days.days();
        var theirs = other.used.litres() * days.days();
        return nearest((ours - theirs) * WHOLE, theirs);
    }

    /** Whether more than twice as much was used a day as in another time. */
    public boolean isOverTwice(MeasuredUse other) {
        return used.litres() * other.days.days() > TWICE * other.used.litres() * days.days();
    }

    private static long nearest(long amount, long parts) {
        return Math.floorDiv(2 * amount + parts, 2 * parts);
    }

    boolean isAboutAYearBefore(Period now) {
        return isNear(days.from().until(now.from().minusYears(1), ChronoUnit.DAYS))
                && isNear(days.until().until(now.until().minusYears(1), ChronoUnit.DAYS));
    }

    private static boolean isNear(long daysApart) {
        return Math.abs(daysApart) <= DAYS_APART;
    }
}
