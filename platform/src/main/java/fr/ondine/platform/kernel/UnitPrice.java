package fr.ondine.platform.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * A price per unit (m³, year, dwelling…), held to more decimals than money has; the invoice line is where it rounds. The
 * same price is equal however many zeros it is written with.
 */
public record UnitPrice(BigDecimal perUnit, Currency currency) {

    public UnitPrice {
        perUnit = perUnit.stripTrailingZeros();
    }

    public static UnitPrice euros(String perUnit) {
        return new UnitPrice(new BigDecimal(perUnit), Money.zero().currency());
    }

    public Money times(BigDecimal quantity, RoundingMode mode) {
        return new Money(perUnit.multiply(quantity).setScale(currency.getDefaultFractionDigits(), mode), currency);
    }

    /** The same where the price is of several units at once, such as the 365 days of a year. */
    public Money times(BigDecimal quantity, int units, RoundingMode mode) {
        var exact = perUnit.multiply(quantity);
        return new Money(exact.divide(BigDecimal.valueOf(units), currency.getDefaultFractionDigits(), mode), currency);
    }

    /** Exact: it has as many decimals as both together. */
    public UnitPrice times(Coefficient coefficient) {
        return new UnitPrice(perUnit.multiply(coefficient.value()), currency);
    }

    public Money times(Volume volume, RoundingMode mode) {
        return times(volume.cubicMetres(), mode);
    }
}
