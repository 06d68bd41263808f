package fr.ondine.platform.customers;

import fr.ondine.platform.kernel.DomainException;

/** The key by which a claim was proven was taken back meanwhile. */
public final class ClaimKeyReplaced extends DomainException {

    ClaimKeyReplaced() {
        super("customers.claim-key-replaced");
    }
}
