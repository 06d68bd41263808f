package fr.ondine.platform.customers;

import fr.ondine.platform.kernel.DomainException;
import fr.ondine.tenantconfig.Proof;
import java.util.Locale;

/** What was typed cannot be a proof of that kind, whatever the contract; how one looks everybody may know. */
public final class ImpossibleProof extends DomainException {

    /** @param form how many signs it has, or an example of it */
    ImpossibleProof(Proof proof, Object form) {
        super(code(proof), form);
    }

    /** The key of the sentence for a kind of proof. */
    public static String code(Proof proof) {
        return "customers.impossible-" + proof.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
