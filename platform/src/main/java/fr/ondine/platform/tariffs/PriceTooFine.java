package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.kernel.UnitPrice;

/** A price of more decimals than are kept and printed. */
public final class PriceTooFine extends DomainException {

    PriceTooFine(UnitPrice price) {
        super("tariffs.price-too-fine", price.perUnit());
    }
}
