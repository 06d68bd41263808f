package fr.ondine.platform.metering;

import fr.ondine.platform.kernel.Volume;
import java.time.LocalDate;

/** What a meter's register showed on a day (relevé). */
public record Reading(
        String meterSerial, LocalDate readOn, Volume register, ReadingSource source, ReadingQuality quality) {

    public boolean isEstimated() {
        return quality == ReadingQuality.ESTIMATED;
    }
}
