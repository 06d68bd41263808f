package fr.ondine.platform.facturx;

import fr.ondine.platform.kernel.Money;

/**
 * The totals (BG-22).
 *
 * @param paid what credit that was there before pays of it (BT-113)
 */
public record ElectronicTotals(Money net, Money vat, Money total, Money paid) {

    void write(Xml xml) {
        xml.in("ram:SpecifiedTradeSettlementHeaderMonetarySummation", () -> {
            xml.text("ram:LineTotalAmount", Xml.number(net));
            xml.text("ram:TaxBasisTotalAmount", Xml.number(net));
            xml.text(
                    "ram:TaxTotalAmount",
                    Xml.number(vat),
                    "currencyID",
                    vat.currency().getCurrencyCode());
            xml.text("ram:GrandTotalAmount", Xml.number(total));
            xml.text("ram:TotalPrepaidAmount", Xml.number(paid));
            xml.text("ram:DuePayableAmount", Xml.number(total.minus(paid)));
        });
    }
}
