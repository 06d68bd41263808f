package fr.ondine.platform.billing;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Quantity;
import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.kernel.VatRate;
import fr.ondine.platform.tariffs.InvoiceSection;
import org.jspecify.annotations.Nullable;

/**
 * A line of an issued invoice as staff look at it.
 *
 * @param position names the line within its invoice
 * @param priced how many units the price is of
 * @param period its own days, or those of the invoice; null where neither says any
 */
public record IssuedLine(
        int position,
        InvoiceSection section,
        String label,
        Quantity quantity,
        UnitPrice price,
        int priced,
        @Nullable Period period,
        Money net,
        VatRate vat) {}
