package fr.ondine.platform.fleet;

import fr.ondine.platform.kernel.DomainException;

/** There is no utility of that short name. */
public final class UnknownUtility extends DomainException {

    UnknownUtility(String slug) {
        super("fleet.unknown-utility", slug);
    }
}
