package fr.ondine.platform.tariffs;

import fr.ondine.platform.customers.Service;
import fr.ondine.platform.kernel.DomainException;

/** A service of which no tariff is the default one, for an agreement that has none of its own. */
public final class DefaultTariffMissing extends DomainException {

    DefaultTariffMissing(Service service) {
        super("tariffs.default-missing", service);
    }
}
