package fr.ondine.platform.factors;

import fr.ondine.platform.kernel.DomainException;

/** The code is not the one that the application shows for this key. */
public final class WrongCode extends DomainException {

    WrongCode() {
        super("factors.wrong-code");
    }
}
