package fr.ondine.platform.tariffs;

import java.math.RoundingMode;

/** What a utility has chosen of how its tariffs are applied and judged. */
public record TariffRules(RatingRules rating, StandingCap cap) {

    /** What holds until a utility chooses. */
    static final TariffRules USUAL = new TariffRules(
            new RatingRules(RoundingMode.HALF_UP, DayCount.DAYS, TierReset.EACH_PERIOD), StandingCap.ORDINARY);
}
