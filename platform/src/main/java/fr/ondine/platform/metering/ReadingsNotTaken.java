package fr.ondine.platform.metering;

import fr.ondine.platform.kernel.DomainException;

/** The utility takes no readings from its subscribers. */
public final class ReadingsNotTaken extends DomainException {

    ReadingsNotTaken() {
        super("metering.readings-not-taken");
    }
}
