package fr.ondine.platform.runs;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Quantity;
import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.kernel.VatRate;
import fr.ondine.platform.tariffs.InvoiceSection;

/**
 * A line as the invoice would have it.
 *
 * @param priced how many units the price is of
 */
public record DraftLine(
        InvoiceSection section,
        String label,
        Quantity quantity,
        UnitPrice price,
        int priced,
        Period period,
        Money net,
        VatRate vat) {

    static DraftLine of(BillLine line) {
        return new DraftLine(
                line.section(),
                line.label(),
                new Quantity(line.quantity().amount(), LineWords.unit(line.unit())),
                line.price(),
                line.priced(),
                line.period(),
                line.net(),
                line.vat());
    }
}
