package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.DomainException;

/** A charge without any price, or a standing charge without one for any other meter. */
public final class PriceMissing extends DomainException {

    PriceMissing(String label) {
        super("tariffs.price-missing", label);
    }
}
