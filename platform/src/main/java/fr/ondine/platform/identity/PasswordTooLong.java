package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.DomainException;

/** No password is that long. */
public final class PasswordTooLong extends DomainException {

    PasswordTooLong(int most) {
        super("identity.password-too-long", most);
    }
}
