package fr.ondine.platform.customers;

import fr.ondine.platform.kernel.DomainException;

/** The portal is not looked at as this subscriber sees it. */
public final class SeeAsRefused extends DomainException {

    SeeAsRefused(String why) {
        super("customers.see-as." + why);
    }
}
