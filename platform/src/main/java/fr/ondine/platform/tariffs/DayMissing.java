package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.DomainException;

/** A version that does not say from when it holds. */
public final class DayMissing extends DomainException {

    DayMissing() {
        super("tariffs.day-missing");
    }
}
