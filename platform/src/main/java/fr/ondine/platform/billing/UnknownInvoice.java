package fr.ondine.platform.billing;

import fr.ondine.platform.kernel.DomainException;

/** The invoice does not exist or is not of an agreement linked to the user who asks: nobody learns which of the two. */
public final class UnknownInvoice extends DomainException {

    public UnknownInvoice() {
        super("billing.unknown-invoice");
    }
}
