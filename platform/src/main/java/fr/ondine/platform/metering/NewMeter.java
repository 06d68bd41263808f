package fr.ondine.platform.metering;

import fr.ondine.platform.kernel.TypedText;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The exchange of a meter as staff type it; registers are in cubic metres, with a comma before the litres.
 *
 * @param removal what the old one showed last
 * @param fitting what the new one showed when it was fitted
 */
public record NewMeter(@Nullable LocalDate day, String removal, String serial, int dials, String fitting) {

    static final int LONGEST_SERIAL = 60;

    public NewMeter {
        serial = TypedText.words(serial);
    }

    /** The same exchange, with a meter as it is on file. */
    NewMeter of(KnownMeter known) {
        return new NewMeter(day, removal, known.serial(), known.dials(), fitting);
    }

    /** A meter that is on file already, fitted or not. */
    record KnownMeter(String serial, int dials) {}
}
