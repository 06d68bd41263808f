package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.DomainException;

/** The proven identity opens another account of this utility, or the account is opened by another one. */
public final class IdentityUnavailable extends DomainException {

    IdentityUnavailable() {
        super("identity.identity-unavailable");
    }
}
