package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.DomainException;

/** The person who is signed in did not give their current password. */
public final class WrongPassword extends DomainException {

    WrongPassword() {
        super("identity.wrong-password");
    }
}
