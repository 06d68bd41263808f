package fr.ondine.platform.customers;

import fr.ondine.platform.kernel.DomainException;

/** The agreement does not exist or is not linked to the user who asks: nobody learns which of the two. */
public final class UnknownAgreement extends DomainException {

    public UnknownAgreement() {
        super("customers.unknown-agreement");
    }
}
