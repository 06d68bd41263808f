package fr.ondine.platform.facturx;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.VatRate;
import org.jspecify.annotations.Nullable;

/**
 * What one rate of VAT came to (BG-23).
 *
 * @param exemption why there is none; only where the rate is zero
 */
public record ElectronicVat(
        VatRate rate, Money net, Money amount, @Nullable String exemption) {

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
            xml.text("ram:RateApplicablePercent", Xml.number(rate.percent()));
        });
    }
}
