package fr.ondine.platform.receivables;

import fr.ondine.platform.kernel.Money;
import fr.ondine.tenantconfig.Payments;

/** The least that a utility asks for by itself; what is less waits for the next invoice. */
public final class SmallestAsked {

    private SmallestAsked() {}

    /** Zero where each cent is asked for. */
    public static Money of(Payments payments) {
        var carryBelow = payments.carryBelow();
        return carryBelow == null ? Money.zero() : Money.euros(carryBelow.value());
    }
}
