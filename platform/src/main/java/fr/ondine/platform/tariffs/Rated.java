package fr.ondine.platform.tariffs;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.reducing;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.VatRate;
import java.math.RoundingMode;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The lines of an invoice and what they come to: each line rounded, then the VAT of each rate (EN 16931, convention A). */
public record Rated(List<ExplainedLine> explained, RoundingMode rounding) {

    public Rated {
        explained = List.copyOf(explained);
    }

    public List<RatedLine> lines() {
        return explained.stream().map(ExplainedLine::line).toList();
    }

    /** The sum of the lines, by rate. */
    public SortedMap<VatRate, Money> nets() {
        return lines().stream()
                .collect(groupingBy(
                        line -> line.terms().vat().rate(),
                        TreeMap::new,
                        mapping(line -> line.net(rounding), reducing(Money.zero(), Money::plus))));
    }

    public Money net() {
        return sum(nets().values().stream().toList());
    }

    public Money vat() {
        return sum(nets().entrySet().stream()
                .map(at -> at.getKey().on(at.getValue(), rounding))
                .toList());
    }

    public Money total() {
        return net().plus(vat());
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.zero(), Money::plus);
    }
}
