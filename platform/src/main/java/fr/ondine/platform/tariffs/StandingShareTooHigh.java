package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.DomainException;

/** A version whose standing charges pass the legal share, that nobody has taken upon themselves to publish all the same. */
public final class StandingShareTooHigh extends DomainException {

    StandingShareTooHigh(StandingShare share) {
        super("tariffs.standing-share-too-high", share.percent(), share.cap().percent());
    }
}
