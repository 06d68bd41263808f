package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Quantity;
import fr.ondine.platform.kernel.UnitPrice;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers what is rated: what is of one charge and at one price is one line, however it came about. */
final class Book {

    private final Map<Key, Entry> entries = new LinkedHashMap<>();

    private record Key(ChargeTerms terms, LineUnit unit, UnitPrice price, int priced) {}

    private record Entry(Quantity quantity, Period period, Set<LineOrigin> origins, Set<TierShare> tiers) {

        Entry and(Entry next) {
            return new Entry(
                    new Quantity(quantity.amount().add(next.quantity.amount()), quantity.unit()),
                    hull(period, next.period),
                    both(origins, next.origins),
                    both(tiers, next.tiers));
        }
    }

    /** So many days, months or pieces of one version. */
    void add(ChargeTerms terms, LineUnit unit, UnitPrice price, int priced, LineOrigin origin) {
        add(
                new Key(terms, unit, price, priced),
                new Entry(origin.quantity(), origin.period(), Set.of(origin), Set.of()));
    }

    /** So many cubic metres, of the use on some days, in a tier. */
    void add(ChargeTerms terms, BigDecimal cubicMetres, TierShare tier, Collection<LineOrigin> origins) {
        var period = origins.stream().map(LineOrigin::period).reduce(Book::hull).orElseThrow();
        add(
                new Key(terms, LineUnit.CUBIC_METRE, tier.tier().price(), 1),
                new Entry(
                        new Quantity(cubicMetres, LineUnit.CUBIC_METRE.name()),
                        period,
                        new LinkedHashSet<>(origins),
                        Set.of(tier)));
    }

    private void add(Key key, Entry entry) {
        entries.merge(key, entry, Entry::and);
    }

    /** By section, and in each as the tariff has them. */
    List<ExplainedLine> lines() {
        return entries.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(line -> line.line().terms().section()))
                .toList();
    }

    private static ExplainedLine line(Key key, Entry entry) {
        return new ExplainedLine(
                new RatedLine(key.terms, entry.quantity, key.unit, key.price, key.priced, entry.period),
                List.copyOf(entry.origins),
                List.copyOf(entry.tiers));
    }

    private static <T> Set<T> both(Set<T> some, Set<T> others) {
        var all = new LinkedHashSet<>(some);
        all.addAll(others);
        return all;
    }

    private static Period hull(Period one, Period other) {
        return new Period(
                one.from().isBefore(other.from()) ? one.from() : other.from(),
                one.until().isAfter(other.until()) ? one.until() : other.until());
    }
}
