package fr.ondine.platform.metering;

import fr.ondine.platform.kernel.Volume;

/** A reading as the person who decides about it saw it: of what it shows by then, nobody has seen anything. */
public record SeenReading(ReadingId id, Volume register) {}
