package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.Period;
import java.time.LocalDate;

/**
 * Days of a line that was billed, and the version whose price they have.
 *
 * @param validFrom the first day of that version
 * @param resolution by which it was decided
 */
public record PriceOrigin(LocalDate validFrom, String resolution, Period days) {

    boolean isGoneOnBy(PriceOrigin next) {
        return validFrom.equals(next.validFrom) && days.until().equals(next.days.from());
    }

    PriceOrigin and(PriceOrigin next) {
        return new PriceOrigin(validFrom, resolution, new Period(days.from(), next.days.until()));
    }
}
