package fr.ondine.platform.operators;

import fr.ondine.platform.kernel.DomainException;

/** The key opens nothing: unknown, expired, revoked, or its operator has left; one same answer. */
public final class KeyRefused extends DomainException {

    KeyRefused() {
        super("operators.key-refused");
    }
}
