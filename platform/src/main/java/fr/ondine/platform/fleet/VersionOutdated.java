package fr.ondine.platform.fleet;

import fr.ondine.platform.kernel.DomainException;

/** Another operator put another configuration in force since the version that was looked at. */
public final class VersionOutdated extends DomainException {

    VersionOutdated(String slug, int seen) {
        super("fleet.version-outdated", slug, seen);
    }
}
