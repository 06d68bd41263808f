package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.kernel.UnitPrice;

/** A levy whose rate times its coefficient has more decimals than a price may have. */
public final class LevyTooFine extends DomainException {

    LevyTooFine(UnitPrice price) {
        super("tariffs.levy-too-fine", price.perUnit());
    }
}
