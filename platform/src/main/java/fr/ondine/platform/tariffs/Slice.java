package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Days of one calendar year on which no price changes, and their share of what was used. */
record Slice(Period period, Volume volume) {

    int year() {
        return period.from().getYear();
    }

    int daysOfYear() {
        return Year.of(year()).length();
    }

    /** Cuts a period at each change within it and at each turn of the year. */
    static List<Period> cut(Period period, Stream<LocalDate> changes) {
        var turns = IntStream.rangeClosed(
                        period.from().getYear(), period.until().getYear())
                .mapToObj(year -> LocalDate.of(year, 1, 1));
        var bounds = Stream.of(Stream.of(period.from(), period.until()), changes, turns)
                .flatMap(days -> days)
                .filter(day -> !day.isBefore(period.from()) && !day.isAfter(period.until()))
                .distinct()
                .sorted()
                .toList();
        return IntStream.range(1, bounds.size())
                .mapToObj(end -> new Period(bounds.get(end - 1), bounds.get(end)))
                .toList();
    }

    /** Shares a use out by days; the litres of all slices are those of the use. */
    static List<Slice> of(Use use, Stream<LocalDate> changes) {
        var slices = new ArrayList<Slice>();
        var given = new Volume(0);
        for (var part : cut(use.period(), changes)) {
            var reached = until(part, use);
            slices.add(new Slice(part, reached.minus(given)));
            given = reached;
        }
        return slices;
    }

    private static Volume until(Period part, Use use) {
        var days = new Period(use.period().from(), part.until()).days();
        return new Volume(BigInteger.valueOf(use.volume().litres())
                .multiply(BigInteger.valueOf(days))
                .divide(BigInteger.valueOf(use.period().days()))
                .longValueExact());
    }
}
