package fr.ondine.platform.tariffs;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A charge of the water agency (redevance), whose rate and coefficient are of a basin and of a calendar year
 * (code de l'environnement L213-10-4 to 6).
 *
 * @param rates by year
 */
public record Levy(ChargeTerms terms, String basin, SortedMap<Integer, LevyRate> rates) implements VolumeCharge {

    public Levy {
        rates = new TreeMap<>(rates);
    }

    @Override
    public TierScale scaleOn(LocalDate day) {
        var rate = rates.get(day.getYear());
        if (rate == null) {
            throw new LevyRateMissing(terms.label(), basin, day.getYear());
        }
        return TierScale.flat(rate.price());
    }

    @Override
    public boolean isPerDwelling() {
        return false;
    }
}
