package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.DomainException;

/** A levy of which the rate of a year was never entered. */
public final class LevyRateMissing extends DomainException {

    LevyRateMissing(String levy, String basin, int year) {
        super("tariffs.levy-rate-missing", levy, basin, String.valueOf(year));
    }
}
