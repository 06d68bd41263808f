package fr.ondine.platform.fleet;

import fr.ondine.platform.kernel.DomainException;

/** A utility may use at least one of everything; none is what suspending is for. */
public final class LimitsRefused extends DomainException {

    LimitsRefused() {
        super("fleet.limits-refused");
    }
}
