package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.DomainException;

/** A price that is no number, or below nothing, or beyond any reason. */
public final class PriceUnreadable extends DomainException {

    PriceUnreadable(String typed) {
        super("tariffs.price-unreadable", typed);
    }
}
