package fr.ondine.platform.payments;

import fr.ondine.platform.kernel.DomainException;

/** No such payment that this user may see. */
public final class UnknownPayment extends DomainException {

    UnknownPayment() {
        super("payments.unknown");
    }
}
