package fr.ondine.platform.customers;

import fr.ondine.platform.kernel.DomainException;

/** The link of a mail was used, has expired, or never was one. */
public final class ClaimLinkNoLongerValid extends DomainException {

    ClaimLinkNoLongerValid() {
        super("customers.claim-link-no-longer-valid");
    }
}
