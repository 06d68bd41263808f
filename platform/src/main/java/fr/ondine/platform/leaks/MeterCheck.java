package fr.ondine.platform.leaks;

import java.time.LocalDate;
import java.util.Optional;

/**
 * That a subscriber asked to have the meter checked.
 *
 * @param answerBy the last day for the service to say what it found: a month after it was asked
 * @param answeredOn when it did
 */
public record MeterCheck(LocalDate askedOn, LocalDate answerBy, Optional<LocalDate> answeredOn) {

    private static final int MONTHS = 1;

    static MeterCheck of(LocalDate askedOn, Optional<LocalDate> answeredOn) {
        return new MeterCheck(askedOn, askedOn.plusMonths(MONTHS), answeredOn);
    }

    public boolean isAwaited() {
        return answeredOn.isEmpty();
    }
}
