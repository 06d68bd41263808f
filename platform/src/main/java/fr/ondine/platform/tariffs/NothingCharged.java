package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.DomainException;

/** A version without any charge, which would make water free. */
public final class NothingCharged extends DomainException {

    NothingCharged() {
        super("tariffs.nothing-charged");
    }
}
