package fr.ondine.platform.fleet;

import fr.ondine.platform.kernel.DomainException;

/** No configuration of that number was ever in force at that utility. */
public final class UnknownVersion extends DomainException {

    UnknownVersion(String slug, int version) {
        super("fleet.unknown-version", slug, version);
    }
}
