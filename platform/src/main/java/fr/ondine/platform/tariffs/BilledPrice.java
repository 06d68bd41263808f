package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.kernel.VatRate;
import java.time.LocalDate;

/**
 * A price as the line of an invoice has it, whose origin is asked for.
 *
 * @param charge its code
 * @param days the first to the last day that the line is for
 */
public record BilledPrice(
        String charge,
        String label,
        InvoiceSection section,
        VatRate vat,
        UnitPrice price,
        Period days,
        LocalDate issuedOn) {

    boolean isOf(ChargeTerms terms) {
        return charge.equals(terms.code())
                && label.equals(terms.label())
                && section == terms.section()
                && vat.equals(terms.vat().rate());
    }
}
