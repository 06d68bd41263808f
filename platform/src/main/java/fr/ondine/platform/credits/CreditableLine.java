package fr.ondine.platform.credits;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Quantity;
import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.kernel.VatRate;
import java.util.regex.Pattern;

/**
 * A line of an invoice, with what credit notes have left of it.
 *
 * @param left excluding VAT, of the sign of {@code net}
 */
public record CreditableLine(
        int position,
        String section,
        String label,
        Quantity quantity,
        UnitPrice price,
        int priceUnits,
        VatRate vat,
        Money net,
        Money left) {

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,9}([.,]\\d{1,2})?");

    /** The amount that a person typed to take back, without a sign: it has that of the line. Refused where it has less. */
    public Money amount(String typed) {
        var text = SPACES.matcher(typed).replaceAll("");
        if (!AMOUNT.matcher(text).matches()) {
            throw CreditRefused.unreadable(this, typed.strip());
        }
        var size = Money.euros(text.replace(',', '.'));
        var amount = net.isNegative() ? size.negated() : size;
        if (!has(amount)) {
            throw CreditRefused.tooMuch(this);
        }
        return amount;
    }

    CreditableLine withLeft(Money other) {
        return new CreditableLine(position, section, label, quantity, price, priceUnits, vat, net, other);
    }

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
