package fr.ondine.platform.metering;

import fr.ondine.platform.kernel.Volume;

/** What ran since the last reading, beside what is usual in so many days. */
public record ComparedVolumes(Volume sinceLast, Volume expected) {}
