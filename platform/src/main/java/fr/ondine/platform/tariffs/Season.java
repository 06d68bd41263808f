package fr.ondine.platform.tariffs;

import java.time.MonthDay;

/** A part of each year with prices of its own, until the next one begins (CGCT L2224-12-4 IV). */
public record Season(MonthDay from, TierScale tiers) {}
