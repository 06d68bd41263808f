package fr.ondine.platform.metering;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The exchange of a meter as staff type it; registers are in cubic metres, with a comma before the litres.
 *
 * @param removal what the old one showed last
 * @param fitting what the new one showed when it was fitted
 */
public record NewMeter(@Nullable LocalDate day, String removal, String serial, int dials, String fitting) {

    public NewMeter {
        serial = serial.strip();
    }
}
