package fr.ondine.platform.customers;

import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.kernel.InvalidVatNumber;
import fr.ondine.platform.kernel.VatNumber;
import fr.ondine.tenantconfig.Siren;
import fr.ondine.tenantconfig.Siret;

/** A number by which an organisation is known that is none, or another one's. */
public final class HolderNumberWrong extends DomainException {

    private HolderNumberWrong(String what) {
        super("customers.holder." + what);
    }

    static void unlessRight(BuyerIdentity typed) {
        require(typed.siren(), Siren::new, "siren-wrong");
        require(typed.siret(), Siret::new, "siret-wrong");
        if (!typed.siret().isEmpty() && !typed.siret().startsWith(typed.siren())) {
            throw new HolderNumberWrong("siret-elsewhere");
        }
        require(typed.vatNumber(), VatNumber::new, "vat-number-wrong");
    }

    private static void require(String number, Check check, String what) {
        try {
            if (!number.isEmpty()) {
                check.made(number);
            }
        } catch (IllegalArgumentException | InvalidVatNumber wrong) {
            throw new HolderNumberWrong(what);
        }
    }

    /** Makes a number of it, or refuses to. */
    private interface Check {
        Object made(String number);
    }
}
