package fr.ondine.platform.metering;

import fr.ondine.platform.kernel.Volume;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a meter's register showed on a day (relevé). */
public record Reading(
        String meterSerial, LocalDate readOn, Volume register, ReadingSource source, ReadingQuality quality) {

    /** Whether it was taken on one of those days, the last of which may be open. */
    public boolean isDuring(LocalDate first, @Nullable LocalDate last) {
        return !readOn.isBefore(first) && (last == null || !readOn.isAfter(last));
    }

    boolean isEstimated() {
        return quality == ReadingQuality.ESTIMATED;
    }
}
