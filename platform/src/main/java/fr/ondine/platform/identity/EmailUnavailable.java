package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.DomainException;

/** Between the request and its confirmation the address became another account's. */
public final class EmailUnavailable extends DomainException {

    EmailUnavailable() {
        super("identity.email-unavailable");
    }
}
