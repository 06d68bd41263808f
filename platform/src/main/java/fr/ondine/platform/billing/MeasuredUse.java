package fr.ondine.platform.billing;

import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
import java.time.temporal.ChronoUnit;

/** What an agreement used between readings that somebody saw. */
public record MeasuredUse(Period days, Volume used) {

    private static final int DAYS_APART = 31;

    public long litresPerDay() {
        return used.litres() / days.days();
    }

    boolean isAboutAYearBefore(Period now) {
        return isNear(days.from().until(now.from().minusYears(1), ChronoUnit.DAYS))
                && isNear(days.until().until(now.until().minusYears(1), ChronoUnit.DAYS));
    }

    private static boolean isNear(long daysApart) {
        return Math.abs(daysApart) <= DAYS_APART;
    }
}
