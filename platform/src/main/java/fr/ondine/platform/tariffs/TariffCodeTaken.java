package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.DomainException;

/** A code that another tariff of the utility has. */
public final class TariffCodeTaken extends DomainException {

    TariffCodeTaken(String code) {
        super("tariffs.code-taken", code);
    }
}
