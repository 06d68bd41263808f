package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.DomainException;

/** A price in which a comma or a point could part thousands or decimals. */
public final class PriceAmbiguous extends DomainException {

    PriceAmbiguous(String typed) {
        super("tariffs.price-ambiguous", typed);
    }
}
