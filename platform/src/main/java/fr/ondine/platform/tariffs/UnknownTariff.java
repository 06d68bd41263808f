package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.DomainException;

/** A tariff or a version that there is not, or is no more. */
public final class UnknownTariff extends DomainException {

    UnknownTariff() {
        super("tariffs.unknown-tariff");
    }
}
