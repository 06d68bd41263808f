package fr.ondine.platform.kernel;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Days from {@code from}, included, until {@code until}, excluded, in the utility's time zone. */
public record Period(LocalDate from, LocalDate until) {

    public Period {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("a period from " + from + " until " + until + " has no day");
        }
    }

    /** The period of which {@code last} is the last day, as invoices print it. */
    public static Period ofDays(LocalDate first, LocalDate last) {
        return new Period(first, last.plusDays(1));
    }

    public LocalDate lastDay() {
        return until.minusDays(1);
    }

    public long days() {
        return ChronoUnit.DAYS.between(from, until);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }

    /** Whether they have a day in common. */
    public boolean meets(Period other) {
        return from.isBefore(other.until) && other.from.isBefore(until);
    }
}
