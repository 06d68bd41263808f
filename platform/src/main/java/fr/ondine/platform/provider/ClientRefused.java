package fr.ondine.platform.provider;

import fr.ondine.platform.kernel.DomainException;

/** A program cannot be registered in this way. */
public final class ClientRefused extends DomainException {

    ClientRefused(String why, Object... values) {
        super("provider.client-" + why, values);
    }
}
