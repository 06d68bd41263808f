package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.DomainException;

/** Two seasons of a charge that begin on the same day. */
public final class SeasonsOverlap extends DomainException {

    SeasonsOverlap(String charge) {
        super("tariffs.seasons-overlap", charge);
    }
}
