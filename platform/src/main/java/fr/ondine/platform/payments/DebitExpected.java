package fr.ondine.platform.payments;

import fr.ondine.platform.kernel.DomainException;

/** The utility debits this invoice itself; by card it would be paid twice. */
public final class DebitExpected extends DomainException {

    DebitExpected() {
        super("payments.debit-expected");
    }
}
