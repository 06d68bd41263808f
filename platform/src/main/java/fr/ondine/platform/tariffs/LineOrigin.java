package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Quantity;
import java.time.LocalDate;

/**
 * Days that a line is for, and the version whose price they have.
 *
 * @param validFrom the first day of that version
 * @param resolution by which it was decided
 * @param quantity what is counted on these days, by all lines of the charge together
 */
public record LineOrigin(LocalDate validFrom, String resolution, Period period, Quantity quantity) {

    static LineOrigin of(TariffVersion version, Period period, Quantity quantity) {
        return new LineOrigin(version.validFrom(), version.resolution(), period, quantity);
    }
}
