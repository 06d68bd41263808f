package fr.ondine.platform.provider;

import fr.ondine.platform.kernel.DomainException;

/** A request cannot be told from another one. */
public final class RequestRefused extends DomainException {

    RequestRefused(String why) {
        super("provider.request-" + why);
    }
}
