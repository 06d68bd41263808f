package fr.ondine.platform.tariffs;

/** What the bounds of tiers are compared with, which are of a year. */
public enum TierReset {
    /** The use of a period, with bounds shared out by its days. */
    EACH_PERIOD,
    /** The use of the calendar year so far: a bound is reached once a year. */
    EACH_YEAR
}
