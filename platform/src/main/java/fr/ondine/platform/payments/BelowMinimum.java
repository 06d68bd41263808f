package fr.ondine.platform.payments;

import fr.ondine.platform.kernel.DomainException;

/** The utility does not take so small an amount by card. */
public final class BelowMinimum extends DomainException {

    BelowMinimum() {
        super("payments.below-minimum");
    }
}
