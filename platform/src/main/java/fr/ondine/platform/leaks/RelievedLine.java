package fr.ondine.platform.leaks;

import fr.ondine.platform.credits.CreditableLine;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Quantity;

/**
 * A line of an invoice as it was billed, and what is due of it after all.
 *
 * @param due so many m³
 * @param net what they cost, excluding VAT
 */
public record RelievedLine(CreditableLine billed, Quantity due, Money net) {

    /** What a credit note takes back of it, of the sign that the line has, beside what others took before. */
    public Money taken() {
        var more = billed.left().minus(net);
        return more.isPositive() == billed.net().isPositive() ? more : Money.zero();
    }

    /** How many m³ it takes back. */
    public Quantity quantity() {
        return new Quantity(billed.quantity().amount().subtract(due.amount()), due.unit());
    }

    boolean isChanged() {
        return !taken().isZero();
    }
}
