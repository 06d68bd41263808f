package fr.ondine.platform.tariffs;

import java.math.BigDecimal;

/**
 * The rate of a levy in one year.
 *
 * @param charge the code of the charge in the tariffs that have it
 */
public record LevyYear(String basin, String charge, int year, LevyRate rate) {

    public LevyYear {
        var coefficient = rate.coefficient().value();
        if (coefficient.signum() < 0 || coefficient.compareTo(BigDecimal.ONE) > 0) {
            throw new CoefficientOutOfRange();
        }
        PriceText.check(rate.base());
        try {
            PriceText.check(rate.price());
        } catch (PriceTooFine product) {
            throw new LevyTooFine(rate.price());
        }
    }
}
