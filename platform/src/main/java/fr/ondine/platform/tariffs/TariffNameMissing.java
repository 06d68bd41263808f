package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.DomainException;

/** A tariff without a code or a name. */
public final class TariffNameMissing extends DomainException {

    TariffNameMissing() {
        super("tariffs.name-missing");
    }
}
