package fr.ondine.platform.customers;

import fr.ondine.platform.kernel.DomainException;

/** What was typed has no form of this utility's contract numbers; that much everybody may know. */
public final class ImpossibleContractNumber extends DomainException {

    public static final String CODE = "customers.impossible-contract-number";

    ImpossibleContractNumber(String example) {
        super(CODE, example);
    }
}
