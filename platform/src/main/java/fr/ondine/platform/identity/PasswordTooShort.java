package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.DomainException;

/** A password needs more characters than that. */
public final class PasswordTooShort extends DomainException {

    PasswordTooShort(int least) {
        super("identity.password-too-short", least);
    }
}
