package fr.ondine.platform.billing;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Quantity;
import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.kernel.VatRate;
import fr.ondine.platform.tariffs.InvoiceSection;
import fr.ondine.platform.tariffs.PriceTrace;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line of an issued invoice with how its amount was found, as far as that is certain.
 *
 * @param priced how many units the price is of: 365 days of a year, 12 months of one, 1 m³
 * @param days the first to the last day that it is for; null where nobody said
 * @param isTakenBack whether it takes back what an estimated invoice asked for
 * @param estimate the number of that invoice, as printed, where it is certain
 * @param trace by which versions its price was decided, and for whom it is collected
 */
public record BilledLine(
        InvoiceSection section,
        String label,
        Quantity quantity,
        UnitPrice price,
        int priced,
        @Nullable Period days,
        Money net,
        VatRate vat,
        boolean isTakenBack,
        @Nullable String estimate,
        PriceTrace trace) {

    /** Of an amount: cents. */
    private static final int DECIMALS = 2;

    /** Whether it counts water, and does not stand for the subscription. */
    public boolean isByVolume() {
        return quantity.isOfCubicMetres();
    }

    /** Quantity times price before it was rounded; empty where the amount was found in another way. */
    public Optional<BigDecimal> exact() {
        var exact =
                quantity.amount().multiply(price.perUnit()).divide(BigDecimal.valueOf(priced), MathContext.DECIMAL128);
        return Optional.of(exact)
                .filter(product ->
                        product.subtract(net.amount()).abs().compareTo(BigDecimal.ONE.movePointLeft(DECIMALS)) < 0);
    }
}
