package fr.ondine.platform.tariffs;

import java.util.List;
import java.util.Optional;

/**
 * Where the price of a line comes from, as far as published versions say so: rather nothing than something that only may
 * be so.
 *
 * @param beneficiary who the charge is collected for
 * @param isLevy whether it is one of the water agency's
 * @param origins the days of the line that have this price, version by version
 * @param tier with its bounds of a year; empty where there are no tiers
 * @param levy of which rate and coefficient the price is the product
 */
public record PriceTrace(
        Optional<Beneficiary> beneficiary,
        boolean isLevy,
        List<PriceOrigin> origins,
        Optional<Tier> tier,
        Optional<LevyRate> levy) {

    public static final PriceTrace NONE =
            new PriceTrace(Optional.empty(), false, List.of(), Optional.empty(), Optional.empty());

    public PriceTrace {
        origins = List.copyOf(origins);
    }

    /** Who it is for, and no more. */
    public PriceTrace withoutPrice() {
        return new PriceTrace(beneficiary, isLevy, List.of(), Optional.empty(), Optional.empty());
    }
}
