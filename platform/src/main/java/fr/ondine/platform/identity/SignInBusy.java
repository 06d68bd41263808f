package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.DomainException;

/** More people sign in at this moment than the platform can check at once. */
public final class SignInBusy extends DomainException {

    SignInBusy() {
        super("identity.sign-in-busy");
    }
}
