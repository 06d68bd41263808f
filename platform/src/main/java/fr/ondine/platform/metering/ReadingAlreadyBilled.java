package fr.ondine.platform.metering;

import fr.ondine.platform.kernel.DomainException;

/** The reading that was to be replaced is billed: staff alone mend it, with the invoice. */
public final class ReadingAlreadyBilled extends DomainException {

    ReadingAlreadyBilled() {
        super("metering.reading-already-billed");
    }
}
