package fr.ondine.ui.readings;

import static fr.ondine.ui.readings.ReadingWords.say;

import fr.ondine.ui.shell.TextField;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** The day on which somebody stood before a meter, chosen in the browser's own calendar or typed there. */
final class ReadingDay {

    private final TextField field = TextField.text("jour", say("readings.day"))
            .attribute("type", "date")
            .attribute("aria-required", "true")
            .autocomplete("off")
            .explains(
                    "metering.refused.day-missing",
                    "metering.refused.day-in-future",
                    "metering.refused.no-meter",
                    "metering.refused.before-fitting",
                    "metering.refused.read-since",
                    "metering.refused.already",
                    "metering.refused.billed");

    TextField field() {
        return field;
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
