package fr.ondine.platform.customers;

import fr.ondine.platform.kernel.DomainException;
import java.util.UUID;

/** There is no such claim that waits for customer service. */
public final class ClaimAlreadyDecided extends DomainException {

    ClaimAlreadyDecided(UUID claim) {
        super("customers.claim-already-decided", claim);
    }
}
