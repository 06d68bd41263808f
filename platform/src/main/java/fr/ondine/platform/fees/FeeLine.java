package fr.ondine.platform.fees;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Quantity;
import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.kernel.VatRate;
import fr.ondine.platform.tariffs.InvoiceSection;
import fr.ondine.platform.tariffs.RatedLine;
import java.math.RoundingMode;

/**
 * A line of a bill of services.
 *
 * @param charge the code of the charge, by which the line can be followed from year to year
 * @param net excluding VAT, rounded
 */
public record FeeLine(
        String charge,
        InvoiceSection section,
        String label,
        Quantity quantity,
        UnitPrice price,
        Money net,
        VatRate vat) {

    /** As it is written on invoices, in whatever language they are looked at. */
    private static final String UNIT = "forfait";

    static FeeLine of(RatedLine line, RoundingMode rounding) {
        var terms = line.terms();
        return new FeeLine(
                terms.code(),
                terms.section(),
                terms.label(),
                new Quantity(line.quantity().amount(), UNIT),
                line.price(),
                line.net(rounding),
                terms.vat().rate());
    }
}
