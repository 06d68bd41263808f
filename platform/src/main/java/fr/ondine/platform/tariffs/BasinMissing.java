package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.DomainException;

/** A levy that does not say of which basin its rates are. */
public final class BasinMissing extends DomainException {

    BasinMissing() {
        super("tariffs.basin-missing");
    }
}
