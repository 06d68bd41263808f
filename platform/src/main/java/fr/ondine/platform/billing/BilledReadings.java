package fr.ondine.platform.billing;

import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.metering.Reading;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The readings between which an invoice billed (ancien et nouvel index), when they are known and give its volume. */
record BilledReadings(Reading previous, Reading current) {

    /** A round of readings takes some weeks, and periods are billed in whole months. */
    private static final int WEEKS_APART = 3;

    static Optional<BilledReadings> of(IssuedInvoice invoice, List<Reading> readings) {
        var period = invoice.period();
        var volume = invoice.volume();
        return period == null || volume == null ? Optional.empty() : between(period, volume, readings);
    }

    private static Optional<BilledReadings> between(Period period, Volume volume, List<Reading> readings) {
        return readings.stream()
                .filter(reading -> isNear(reading, period.until()))
                .flatMap(current -> readings.stream()
                        .filter(reading -> isNear(reading, period.from()))
                        .map(previous -> new BilledReadings(previous, current)))
                .filter(pair -> pair.gives(volume))
                .findFirst();
    }

    private static boolean isNear(Reading reading, LocalDate day) {
        return !reading.readOn().isBefore(day.minusWeeks(WEEKS_APART))
                && !reading.readOn().isAfter(day.plusWeeks(WEEKS_APART));
    }

    private boolean gives(Volume volume) {
        return current.meterSerial().equals(previous.meterSerial())
                && current.readOn().isAfter(previous.readOn())
                && current.register().minus(previous.register()).equals(volume);
    }
}
