package fr.ondine.platform.payments;

import fr.ondine.platform.kernel.DomainException;

/** Nothing is owed on this invoice. */
public final class NothingToPay extends DomainException {

    NothingToPay() {
        super("payments.nothing-to-pay");
    }
}
