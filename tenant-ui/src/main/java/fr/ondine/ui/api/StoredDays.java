package fr.ondine.ui.api;

import java.time.LocalDate;

/** The days that can be stored: a program may ask for any that can be written. */
final class StoredDays {

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private StoredDays() {}

    /** The day itself, or the end beyond which it lies, where there is as little. */
    static LocalDate nearest(LocalDate day) {
        if (day.isBefore(FIRST)) {
            return FIRST;
        }
        return day.isAfter(LAST) ? LAST : day;
    }
}
