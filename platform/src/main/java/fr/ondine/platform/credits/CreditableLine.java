package fr.ondine.platform.credits;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Quantity;
import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.kernel.VatRate;

/**
 * A line of an invoice, with what credit notes have left of it.
 *
 * @param left excluding VAT, of the sign of {@code net}
 */
record CreditableLine(
        int position,
        String section,
        String label,
        Quantity quantity,
        UnitPrice price,
        int priceUnits,
        VatRate vat,
        Money net,
        Money left) {

    boolean isUntouched() {
        return left.equals(net);
    }

    /** Whether so much may be taken back. */
    boolean has(Money amount) {
        return net.isNegative()
                ? !amount.isPositive() && amount.compareTo(left) >= 0
                : !amount.isNegative() && amount.compareTo(left) <= 0;
    }
}
