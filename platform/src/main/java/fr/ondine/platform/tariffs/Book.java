package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Quantity;
import fr.ondine.platform.kernel.UnitPrice;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers what is rated: what is of one charge and at one price is one line, however it came about. */
final class Book {

    private final Map<Key, RatedLine> lines = new LinkedHashMap<>();

    private record Key(ChargeTerms terms, LineUnit unit, UnitPrice price, int priced) {}

    void add(ChargeTerms terms, LineUnit unit, BigDecimal quantity, UnitPrice price, int priced, Period period) {
        lines.compute(
                new Key(terms, unit, price, priced),
                (key, known) -> new RatedLine(
                        terms,
                        new Quantity(sum(known, quantity), unit.name()),
                        unit,
                        price,
                        priced,
                        hull(known, period)));
    }

    /** By section, and in each as the tariff has them. */
    List<RatedLine> lines() {
        return lines.values().stream()
                .sorted(Comparator.comparing(line -> line.terms().section()))
                .toList();
    }

    private static BigDecimal sum(@Nullable RatedLine known, BigDecimal quantity) {
        return known == null ? quantity : known.quantity().amount().add(quantity);
    }

    private static Period hull(@Nullable RatedLine known, Period period) {
        if (known == null) {
            return period;
        }
        var from = known.period().from();
        var until = known.period().until();
        return new Period(
                from.isBefore(period.from()) ? from : period.from(),
                until.isAfter(period.until()) ? until : period.until());
    }
}
