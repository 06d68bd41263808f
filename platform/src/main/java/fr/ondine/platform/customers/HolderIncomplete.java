package fr.ondine.platform.customers;

import fr.ondine.platform.kernel.DomainException;

/** A holder without a name or an address, whom no invoice can be made out to (CGI annexe II, art. 242 nonies A). */
public final class HolderIncomplete extends DomainException {

    private HolderIncomplete(String what) {
        super("customers.holder." + what + "-missing");
    }

    /** Passes what an invoice can be made out to; the place of the contract stands in for an address. */
    static void unlessWhole(HolderEntry change, HolderOnFile onFile) {
        require(change.lastName(), "name");
        if (change.hasAddress()) {
            require(change.street(), "street");
            require(change.postcode(), "postcode");
            require(change.city(), "city");
        } else {
            require(onFile.served().street(), "street");
            require(onFile.served().postcode(), "postcode");
            require(onFile.served().city(), "city");
        }
    }

    private static void require(String text, String what) {
        if (text.isBlank()) {
            throw new HolderIncomplete(what);
        }
    }
}
