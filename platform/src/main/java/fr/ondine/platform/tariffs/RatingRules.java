package fr.ondine.platform.tariffs;

import java.math.RoundingMode;

/** What a utility has chosen of how its tariffs are applied. */
public record RatingRules(RoundingMode rounding, DayCount dayCount, TierReset tierReset) {}
