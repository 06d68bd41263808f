package fr.ondine.platform.payments;

import fr.ondine.platform.kernel.DomainException;

/** Another payment of this invoice is not decided yet. */
public final class PaymentInProgress extends DomainException {

    PaymentInProgress() {
        super("payments.in-progress");
    }
}
