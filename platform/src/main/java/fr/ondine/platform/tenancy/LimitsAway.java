package fr.ondine.platform.tenancy;

import fr.ondine.platform.kernel.DomainException;

/** Nobody can tell how often somebody tried, since Redis is away: nothing is let through. */
public final class LimitsAway extends DomainException {

    LimitsAway() {
        super("tenancy.limits-away");
    }
}
