package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.DomainException;

/** Whoever guesses comes to this password soon, long as it is. */
public final class PasswordTooCommon extends DomainException {

    PasswordTooCommon() {
        super("identity.password-too-common");
    }
}
