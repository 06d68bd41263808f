package fr.ondine.platform.customers;

import fr.ondine.platform.kernel.DomainException;

/** Somebody else renewed the key since it was looked at: once more would make theirs useless too. */
public final class ClaimKeyRenewedMeanwhile extends DomainException {

    ClaimKeyRenewedMeanwhile() {
        super("customers.claim-key-renewed-meanwhile");
    }
}
