package fr.ondine.platform.tenancy;

import fr.ondine.platform.kernel.DomainException;

/** Somebody looks at the portal as a subscriber sees it, and tried what would change something. */
public final class OnlyLooking extends DomainException {

    OnlyLooking() {
        super("tenancy.only-looking");
    }
}
