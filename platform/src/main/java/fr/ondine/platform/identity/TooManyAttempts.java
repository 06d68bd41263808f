package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.DomainException;

/** This was asked too often; later it may be asked again. */
public final class TooManyAttempts extends DomainException {

    TooManyAttempts() {
        super("identity.too-many-attempts");
    }
}
