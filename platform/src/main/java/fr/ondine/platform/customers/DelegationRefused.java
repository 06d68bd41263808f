package fr.ondine.platform.customers;

import fr.ondine.platform.kernel.DomainException;

/** Nobody is let see a contract like this, and nothing was changed. */
public final class DelegationRefused extends DomainException {

    private DelegationRefused(String why) {
        super("customers.delegation-" + why);
    }

    static DelegationRefused day() {
        return new DelegationRefused("day");
    }

    static DelegationRefused self() {
        return new DelegationRefused("self");
    }

    static DelegationRefused tooMany() {
        return new DelegationRefused("too-many");
    }

    static DelegationRefused overLink() {
        return new DelegationRefused("link-no-longer-valid");
    }

    static DelegationRefused otherAddress() {
        return new DelegationRefused("other-address");
    }
}
