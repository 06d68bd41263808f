package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.DomainException;

/** A version to be published that does not say who decided it. */
public final class ResolutionMissing extends DomainException {

    ResolutionMissing() {
        super("tariffs.resolution-missing");
    }
}
