package fr.ondine.platform.metering;

import fr.ondine.platform.kernel.DomainException;

/** There is no meter to read at this place. */
public final class NoMeterInPlace extends DomainException {

    NoMeterInPlace() {
        super("metering.no-meter");
    }
}
