package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.kernel.Volume;

/** A scale that has no price above its last tier. */
public final class TiersEnd extends DomainException {

    TiersEnd(Volume last) {
        super("tariffs.tiers-end", last);
    }
}
