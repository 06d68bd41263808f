package fr.ondine.ui.dunning;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** A day as a browser sends it. */
final class TypedDay {

    private TypedDay() {}

    static Optional<LocalDate> of(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }
}
