package fr.ondine.platform.operators;

import fr.ondine.platform.kernel.DomainException;

/** Address, password or code open nothing; one same answer for each step, whatever the reason. */
public final class OperatorSignInRefused extends DomainException {

    private OperatorSignInRefused(String step) {
        super("operators.sign-in-refused." + step);
    }

    static OperatorSignInRefused atPassword() {
        return new OperatorSignInRefused("password");
    }

    static OperatorSignInRefused atCode() {
        return new OperatorSignInRefused("code");
    }
}
