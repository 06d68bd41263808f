package fr.ondine.platform.payments;

import fr.ondine.platform.kernel.DomainException;

/** The utility takes no card payments here. */
public final class CardPaymentsNotOffered extends DomainException {

    CardPaymentsNotOffered() {
        super("payments.not-offered");
    }
}
