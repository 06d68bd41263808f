package fr.ondine.platform.payments;

import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.kernel.Money;
import fr.ondine.tenantconfig.Payments;

/** The utility does not take so small an amount by card. */
public final class BelowMinimum extends DomainException {

    BelowMinimum() {
        super("payments.below-minimum");
    }

    static boolean isTrueOf(Money amount, Payments rules) {
        return amount.compareTo(Money.euros(rules.minimum().value())) < 0;
    }
}
