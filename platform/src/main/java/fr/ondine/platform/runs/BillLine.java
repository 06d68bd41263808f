package fr.ondine.platform.runs;

import fr.ondine.platform.billing.BilledLine;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Quantity;
import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.kernel.VatRate;
import fr.ondine.platform.tariffs.BilledPrice;
import fr.ondine.platform.tariffs.InvoiceSection;
import fr.ondine.platform.tariffs.LineUnit;
import fr.ondine.platform.tariffs.RatedLine;
import fr.ondine.platform.tariffs.Rating;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * A line as it will be issued.
 *
 * @param charge the code of the charge, by which the line can be followed from year to year
 * @param priced how many units the price is of (EN 16931, BT-149)
 * @param net excluding VAT, rounded
 */
record BillLine(
        String charge,
        InvoiceSection section,
        String label,
        Quantity quantity,
        LineUnit unit,
        UnitPrice price,
        int priced,
        Money net,
        VatRate vat,
        Period period) {

    static BillLine of(RatedLine line, RoundingMode rounding) {
        var terms = line.terms();
        return new BillLine(
                terms.code(),
                terms.section(),
                terms.label(),
                line.quantity(),
                line.unit(),
                line.price(),
                line.priced(),
                line.net(rounding),
                terms.vat().rate(),
                line.period());
    }

    /** With how its amount was found, as the invoice will tell it. */
    BilledLine explained(Rating rating, LocalDate issuedOn) {
        var trace = rating.trace(new BilledPrice(charge, label, section, vat, price, period, issuedOn));
        var isTakenBack = quantity.amount().signum() < 0;
        return new BilledLine(
                section,
                label,
                new Quantity(quantity.amount(), LineWords.unit(unit, quantity.amount())),
                price,
                priced,
                period,
                net,
                vat,
                isTakenBack,
                null,
                isTakenBack ? trace.withoutPrice() : trace);
    }

    /** Takes back, to the cent, what an estimated invoice asked for. */
    BillLine takenBack() {
        return new BillLine(
                charge,
                section,
                label,
                new Quantity(quantity.amount().negate(), quantity.unit()),
                unit,
                price,
                priced,
                net.negated(),
                vat,
                period);
    }
}
