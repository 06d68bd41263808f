package fr.ondine.platform.metering;

import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;

/** What ran through a service point between two readings. */
public record PeriodConsumption(Period period, Volume volume, boolean estimated) {}
