package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.DomainException;

/** Two prices of one charge for the same meters, days and litres. */
public final class PriceTwice extends DomainException {

    PriceTwice(String label) {
        super("tariffs.price-twice", label);
    }
}
