package fr.ondine.platform.metering;

import fr.ondine.platform.kernel.DomainException;

/** The register sent has more black digits than the meter. */
public final class ReadingTooLong extends DomainException {

    ReadingTooLong(int dials) {
        super("metering.reading-too-long", dials);
    }
}
