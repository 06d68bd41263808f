package fr.ondine.platform.customers;

import fr.ondine.platform.kernel.DomainException;

/** The link confirms the claim of an account that is not the one signed in: a click alone opens nothing to anybody. */
public final class ClaimOfAnotherUser extends DomainException {

    ClaimOfAnotherUser() {
        super("customers.claim-of-another-user");
    }
}
