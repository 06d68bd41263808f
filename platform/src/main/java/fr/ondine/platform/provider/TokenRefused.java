package fr.ondine.platform.provider;

import fr.ondine.platform.kernel.DomainException;

/** The token opens nothing here: not of this utility, not for its interface, over or revoked; one same answer. */
public final class TokenRefused extends DomainException {

    TokenRefused() {
        super("provider.token-refused");
    }
}
