package fr.ondine.ui.runs;

import fr.ondine.ui.shell.TextField;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** A day, chosen in the browser's own calendar or typed there. */
final class DayField {

    private final TextField field;

    DayField(String name, String label) {
        field = TextField.text(name, label)
                .attribute("type", "date")
                .attribute("aria-required", "true")
                .autocomplete("off");
    }

    TextField field() {
        return field;
    }

    DayField initially(LocalDate day) {
        field.initially(day.toString());
        return this;
    }

    DayField help(String sentence) {
        field.help(sentence);
        return this;
    }

    /** Nothing for what is no day, which the domain refuses. */
    @Nullable
    LocalDate value() {
        try {
            return LocalDate.parse(field.value().strip());
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }
}
