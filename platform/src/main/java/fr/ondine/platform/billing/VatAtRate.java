package fr.ondine.platform.billing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.VatRate;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** What one VAT rate brought on an invoice. */
public record VatAtRate(VatRate rate, Money net, Money amount) {

    /**
     * The rates of the lines, which give the VAT that the invoice was issued with: rounded for each rate or, when that
     * does not give it, for each line; a cent that neither explains stands with the rate of the largest sum, of a credit note too, and never with none.
     */
    static List<VatAtRate> of(List<InvoiceLine> lines, RoundingMode rounding, Money issued) {
        var ofRates = rates(lines, (rate, nets) -> rate.on(sum(nets), rounding));
        var ofLines = rates(
                lines,
                (rate, nets) ->
                        sum(nets.stream().map(net -> rate.on(net, rounding)).toList()));
        if (!total(ofRates).equals(issued) && total(ofLines).equals(issued)) {
            return ofLines;
        }
        var difference = issued.minus(total(ofRates));
        ofRates.stream()
                .max(Comparator.comparing(VatAtRate::isTaxed)
                        .thenComparing(at -> at.net().amount().abs()))
                .ifPresent(largest -> ofRates.replaceAll(rate -> rate == largest ? rate.plus(difference) : rate));
        return ofRates;
    }

    private static List<VatAtRate> rates(List<InvoiceLine> lines, BiFunction<VatRate, List<Money>, Money> tax) {
        var nets = lines.stream()
                .collect(groupingBy(InvoiceLine::vatRate, TreeMap::new, mapping(InvoiceLine::net, toList())));
        var rates = new ArrayList<VatAtRate>();
        nets.forEach((rate, of) -> rates.add(new VatAtRate(rate, sum(of), tax.apply(rate, of))));
        return rates;
    }

    private static Money total(List<VatAtRate> rates) {
        return sum(rates.stream().map(VatAtRate::amount).toList());
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.zero(), Money::plus);
    }

    private boolean isTaxed() {
        return rate.percent().signum() > 0;
    }

    private VatAtRate plus(Money difference) {
        return new VatAtRate(rate, net, amount.plus(difference));
    }
}
