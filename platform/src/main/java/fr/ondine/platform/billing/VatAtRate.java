package fr.ondine.platform.billing;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.VatRate;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** What one VAT rate brought on an invoice. */
record VatAtRate(VatRate rate, Money net, Money amount) {

    /**
     * The rates of the lines, which give the VAT that the invoice was issued with: a cent that another rounding made
     * stands with the rate of the largest sum.
     */
    static List<VatAtRate> of(List<InvoiceLine> lines, RoundingMode rounding, Money issued) {
        var nets = new TreeMap<VatRate, Money>();
        lines.forEach(line -> nets.merge(line.vatRate(), line.net(), Money::plus));
        var rates = new ArrayList<VatAtRate>();
        nets.forEach((rate, net) -> rates.add(new VatAtRate(rate, net, rate.on(net, rounding))));
        var difference = issued.minus(rates.stream().map(VatAtRate::amount).reduce(Money.zero(), Money::plus));
        rates.stream()
                .max(Comparator.comparing(VatAtRate::net))
                .ifPresent(largest -> rates.replaceAll(rate -> rate == largest ? rate.plus(difference) : rate));
        return rates;
    }

    private VatAtRate plus(Money difference) {
        return new VatAtRate(rate, net, amount.plus(difference));
    }
}
