package fr.ondine.tenantconfig;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Days of every year on which subscribers send readings (fenêtre d'auto-relevé), both ends included; one that ends
 * before it begins ends in the next year. 29 February is the last day of February, in any year.
 */
public record ReadingWindow(MonthDay from, MonthDay to) {

    private static final int LEAP_YEAR = 2024;

    /** The window of one year. */
    public record Opening(LocalDate first, LocalDate last) {}

    /** The opening that a day is in, or else the one that comes next. */
    Opening openingAt(LocalDate day) {
        return IntStream.rangeClosed(day.getYear() - 1, day.getYear() + 1)
                .mapToObj(this::begunIn)
                .filter(opening -> !opening.last().isBefore(day))
                .findFirst()
                .orElseThrow();
    }

    /** Whether the two have a day in common in a year of 365 days or of 366. */
    boolean overlaps(ReadingWindow other) {
        return Stream.of(LEAP_YEAR, LEAP_YEAR + 1)
                .anyMatch(year -> isOpenOn(other.from.atYear(year)) || other.isOpenOn(from.atYear(year)));
    }

    private boolean isOpenOn(LocalDate day) {
        return !openingAt(day).first().isAfter(day);
    }

    private Opening begunIn(int year) {
        return new Opening(from.atYear(year), to.atYear(to.isBefore(from) ? year + 1 : year));
    }
}
