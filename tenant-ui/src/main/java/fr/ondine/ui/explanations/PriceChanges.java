package fr.ondine.ui.explanations;

import static java.util.stream.Collectors.groupingBy;

import fr.ondine.platform.billing.BilledLine;
import fr.ondine.platform.tariffs.PriceOrigin;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The days on which a price of an invoice became another one, as far as is known where its prices come from. */
final class PriceChanges {

    private PriceChanges() {}

    /** What is shared out between two prices. */
    enum Of {
        CONSUMPTION,
        DAYS
    }

    /** Of prices that change on one day, those of what is consumed count. */
    static SortedMap<LocalDate, Of> of(List<BilledLine> lines) {
        var changes = new TreeMap<LocalDate, Of>();
        lines.stream()
                .filter(line -> !line.trace().origins().isEmpty())
                .collect(groupingBy(BilledLine::label))
                .values()
                .forEach(
                        same -> days(same).skip(1).forEach(day -> changes.merge(day, what(same), PriceChanges::first)));
        return changes;
    }

    private static Stream<LocalDate> days(List<BilledLine> same) {
        return same.stream().map(PriceChanges::firstDay).distinct().sorted();
    }

    private static LocalDate firstDay(BilledLine line) {
        return line.trace().origins().stream()
                .map(PriceOrigin::validFrom)
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    private static Of what(List<BilledLine> same) {
        return same.getFirst().quantity().isOfCubicMetres() ? Of.CONSUMPTION : Of.DAYS;
    }

    private static Of first(Of one, Of other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
