package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.DomainException;

/** Address and password open nothing; one same answer, whatever the reason. */
public final class SignInRefused extends DomainException {

    SignInRefused() {
        super("identity.sign-in-refused");
    }
}
