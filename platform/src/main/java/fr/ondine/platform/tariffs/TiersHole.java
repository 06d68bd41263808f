package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.kernel.Volume;

/** Volumes that no tier gives a price. */
public final class TiersHole extends DomainException {

    TiersHole(Volume from, Volume to) {
        super("tariffs.tiers-hole", from, to);
    }
}
