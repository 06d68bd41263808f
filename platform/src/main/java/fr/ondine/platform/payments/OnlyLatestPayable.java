package fr.ondine.platform.payments;

import fr.ondine.platform.kernel.DomainException;

/** The utility takes the latest invoice only by card. */
public final class OnlyLatestPayable extends DomainException {

    OnlyLatestPayable() {
        super("payments.only-latest");
    }
}
