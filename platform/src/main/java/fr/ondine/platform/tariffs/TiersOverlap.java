package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.kernel.Volume;

/** A volume that two tiers give a price, or a tier that ends where it begins. */
public final class TiersOverlap extends DomainException {

    TiersOverlap(Volume at) {
        super("tariffs.tiers-overlap", at);
    }
}
