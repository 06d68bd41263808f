package fr.ondine.platform.facturx;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Quantity;
import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.kernel.VatRate;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A line (BG-25).
 *
 * @param rubric of the arrêté of 10 July 1996
 * @param price of {@code priced} units; never negative, as the standard wants it: then the quantity is
 * @param period its own days (BG-26)
 */
public record ElectronicLine(
        String label,
        String rubric,
        Quantity quantity,
        UnitPrice price,
        int priced,
        Money net,
        VatRate vat,
        @Nullable Period period) {

    void write(int number, Xml xml) {
        xml.in("ram:IncludedSupplyChainTradeLineItem", () -> {
            xml.in("ram:AssociatedDocumentLineDocument", () -> xml.text("ram:LineID", String.valueOf(number)));
            xml.in("ram:SpecifiedTradeProduct", () -> {
                xml.text("ram:Name", label);
                xml.text("ram:Description", rubric);
            });
            xml.in("ram:SpecifiedLineTradeAgreement", () -> price(xml));
            xml.in(
                    "ram:SpecifiedLineTradeDelivery",
                    () -> xml.text("ram:BilledQuantity", Xml.number(signed(quantity.amount())), "unitCode", unit()));
            xml.in("ram:SpecifiedLineTradeSettlement", () -> settlement(xml));
        });
    }

    private void price(Xml xml) {
        xml.in("ram:NetPriceProductTradePrice", () -> {
            xml.text("ram:ChargeAmount", Xml.number(price.perUnit().abs()));
            xml.text("ram:BasisQuantity", String.valueOf(priced), "unitCode", unit());
        });
    }

    private void settlement(Xml xml) {
        xml.in("ram:ApplicableTradeTax", () -> {
            xml.text("ram:TypeCode", "VAT");
            xml.text("ram:CategoryCode", ElectronicVat.category(vat));
            xml.text("ram:RateApplicablePercent", Xml.number(vat.percent()));
        });
        xml.period(period);
        xml.in(
                "ram:SpecifiedTradeSettlementLineMonetarySummation",
                () -> xml.text("ram:LineTotalAmount", Xml.number(net)));
    }

    private String unit() {
        return UnitCode.of(quantity.unit()).code();
    }

    private BigDecimal signed(BigDecimal amount) {
        return price.perUnit().signum() < 0 ? amount.negate() : amount;
    }
}
