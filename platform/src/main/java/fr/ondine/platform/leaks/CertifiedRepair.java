package fr.ondine.platform.leaks;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a certificate says: where the leak was, and when it was repaired. */
public record CertifiedRepair(String place, @Nullable LocalDate repairedOn) {

    public static final int LONGEST = 200;

    LocalDate checked(LocalDate today) {
        if (place.isBlank() || place.length() > LONGEST) {
            throw LeakRefused.placeMissing();
        }
        if (repairedOn == null || repairedOn.isAfter(today)) {
            throw LeakRefused.repairedInFuture(today);
        }
        return repairedOn;
    }
}
