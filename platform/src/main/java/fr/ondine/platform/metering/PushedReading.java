package fr.ondine.platform.metering;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a meter sent (télérelève), as a program hands it on.
 *
 * @param meter its serial number
 * @param litres what its register showed
 */
public record PushedReading(
        @Nullable String meter, @Nullable LocalDate readOn, long litres) {}
