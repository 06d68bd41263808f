package fr.ondine.platform.metering;

import fr.ondine.platform.kernel.DomainException;

/** The register sent is below the last one known, and the wheels did not start again. */
public final class ReadingBelowLast extends DomainException {

    ReadingBelowLast(Reading last) {
        super("metering.reading-below-last", last.register().wholeCubicMetres(), last.readOn());
    }

    /** Without the last one known, which an earlier occupant left. */
    ReadingBelowLast() {
        super("metering.reading-below-earlier");
    }
}
