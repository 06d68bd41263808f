package fr.ondine.platform.facturx;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.VatRate;
import org.jspecify.annotations.Nullable;

/**
 * What one rate of VAT came to (BG-23).
 *
 * @param isDueOnIssue whether it is owed when the invoice is issued (BT-8), as who opted for debits owes it
 * @param exemption why there is none; only where the rate is zero
 */
public record ElectronicVat(
        VatRate rate,
        Money net,
        Money amount,
        boolean isDueOnIssue,
        @Nullable String exemption) {

    /** The date of the invoice (UNTDID 2475). */
    private static final String ON_ISSUE = "5";

    /** Standard, whatever the rate, or exempt (UNTDID 5305). */
    static String category(VatRate rate) {
        return rate.percent().signum() == 0 ? "E" : "S";
    }

    void write(Xml xml) {
        xml.in("ram:ApplicableTradeTax", () -> {
            xml.text("ram:CalculatedAmount", Xml.number(amount));
            xml.text("ram:TypeCode", "VAT");
            xml.text("ram:ExemptionReason", exemption);
            xml.text("ram:BasisAmount", Xml.number(net));
            xml.text("ram:CategoryCode", category(rate));
            xml.text("ram:DueDateTypeCode", isDueOnIssue ? ON_ISSUE : null);
            xml.text("ram:RateApplicablePercent", Xml.number(rate.percent()));
        });
    }
}
