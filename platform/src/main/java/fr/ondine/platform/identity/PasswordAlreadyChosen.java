package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.DomainException;

/** There is a password already: whoever knows it changes it. */
public final class PasswordAlreadyChosen extends DomainException {

    PasswordAlreadyChosen() {
        super("identity.password-already-chosen");
    }
}
