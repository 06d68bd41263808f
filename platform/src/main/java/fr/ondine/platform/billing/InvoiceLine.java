package fr.ondine.platform.billing;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Quantity;
import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.kernel.VatRate;
import fr.ondine.platform.tariffs.BilledPrice;
import fr.ondine.platform.tariffs.InvoiceSection;
import fr.ondine.platform.tariffs.PriceTrace;
import fr.ondine.platform.tariffs.Tariff;
import fr.ondine.tenantconfig.NumberFormat;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of an invoice as it was issued; what it says is printed and never computed again.
 *
 * @param priced how many units the price is of
 * @param charge its code; null on an invoice that came by import
 * @param days those that it is for, where they are not the invoice's
 * @param estimate the number, as stored, of the estimated invoice of which it takes a line back
 */
record InvoiceLine(
        InvoiceSection section,
        String label,
        Quantity quantity,
        UnitPrice unitPrice,
        int priced,
        Money net,
        VatRate vatRate,
        @Nullable String charge,
        @Nullable Period days,
        @Nullable String estimate) {

    InvoiceLine(
            InvoiceSection section, String label, Quantity quantity, UnitPrice unitPrice, Money net, VatRate vatRate) {
        this(section, label, quantity, unitPrice, 1, net, vatRate, null, null, null);
    }

    /**
     * With how its amount was found, by a tariff as it was published when the invoice was issued. The price of what is
     * taken back is that of another invoice, which may be older.
     */
    BilledLine billed(IssuedInvoice invoice, LocalDate pricedOn, Tariff tariff, NumberFormat numbers) {
        var own = days == null ? invoice.period() : days;
        var isGivenBack = invoice.kind() == InvoiceKind.CREDIT_NOTE;
        var isTakenBack = isBelowZero() && !isGivenBack;
        var trace = charge == null || own == null
                ? PriceTrace.NONE
                : tariff.trace(new BilledPrice(charge, label, section, vatRate, unitPrice, own, pricedOn));
        return new BilledLine(
                section,
                label,
                quantity,
                unitPrice,
                priced,
                charge == null ? null : own,
                net,
                vatRate,
                isTakenBack,
                estimate == null ? null : numbers.display(estimate),
                isTakenBack || isGivenBack ? trace.withoutPrice() : trace);
    }

    boolean isExempt() {
        return vatRate.percent().signum() == 0;
    }

    private boolean isBelowZero() {
        return charge != null && quantity.amount().signum() < 0;
    }
}
