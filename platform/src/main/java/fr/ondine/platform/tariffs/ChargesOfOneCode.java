package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.DomainException;

/** Two charges that nobody could tell apart from version to version. */
public final class ChargesOfOneCode extends DomainException {

    ChargesOfOneCode(String code) {
        super("tariffs.charges-of-one-code", code);
    }
}
