package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Quantity;
import fr.ondine.platform.kernel.UnitPrice;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * So much of a charge, at one price.
 *
 * @param quantity of {@code unit}; m³ to the litre
 * @param price excluding VAT, of {@code priced} units
 * @param priced how many units the price is of: 365 days of a year, 12 months of one, 1 m³ (EN 16931, BT-149)
 * @param period the first to the last day that it is for
 */
public record RatedLine(
        ChargeTerms terms, Quantity quantity, LineUnit unit, UnitPrice price, int priced, Period period) {

    /** The amount excluding VAT, which is rounded here and nowhere else (EN 16931, BT-131). */
    public Money net(RoundingMode rounding) {
        return price.times(quantity.amount(), priced, rounding);
    }

    /** The same before it is rounded, to be shown or compared and never to be billed. */
    public BigDecimal exact() {
        return quantity.amount().multiply(price.perUnit()).divide(BigDecimal.valueOf(priced), MathContext.DECIMAL128);
    }
}
