package fr.ondine.platform.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** A price per unit (m³, year, dwelling…), held to more decimals than money has; the invoice line is where it rounds. */
public record UnitPrice(BigDecimal perUnit, Currency currency) {

    public Money times(BigDecimal quantity, RoundingMode mode) {
        return new Money(perUnit.multiply(quantity).setScale(currency.getDefaultFractionDigits(), mode), currency);
    }

    public Money times(Volume volume, RoundingMode mode) {
        return times(volume.cubicMetres(), mode);
    }
}
