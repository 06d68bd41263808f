package fr.ondine.platform.metering;

import fr.ondine.platform.kernel.DomainException;

/** Somebody else than the agreement's holders sent a reading of the same meter on the same day, which stays. */
public final class ReadingOfSomebodyElse extends DomainException {

    ReadingOfSomebodyElse() {
        super("metering.reading-of-somebody-else");
    }
}
