package fr.ondine.platform.metering;

import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one meter measured between two of its readings, as an invoice shows it (ancien et nouvel index).
 *
 * @param volume negative where the reading before was an estimate that was too high
 */
public record MeteredSegment(Reading previous, Reading current, Volume volume) {

    /** Whether the same meter was read so in between. */
    public boolean isWithin(Reading reading) {
        return reading.meterSerial().equals(current.meterSerial())
                && reading.readOn().isAfter(previous.readOn())
                && reading.readOn().isBefore(current.readOn());
    }

    public Period period() {
        return new Period(previous.readOn(), current.readOn());
    }

    /** Whether the next reading that is seen has to make good what this one says. */
    public boolean isEstimated() {
        return current.isEstimated();
    }

    /**
     * What is to be billed after a reading that was billed, until the last reading of each meter by a day: of a meter that
     * was removed until its removal, of the next one from its fitting. A meter without a later reading has no segment.
     */
    public static List<MeteredSegment> after(
            Reading billed, List<MeterInstallation> meters, List<Reading> readings, LocalDate until) {
        return meters.stream()
                .sorted(Comparator.comparing(MeterInstallation::installedOn))
                .flatMap(meter ->
                        start(meter, billed).stream().flatMap(start -> of(meter, start, readings, until).stream()))
                .toList();
    }

    /** The reading that was billed, for the meter that showed it, else that of its fitting since. */
    private static Optional<Reading> start(MeterInstallation meter, Reading billed) {
        if (meter.showed(billed)) {
            return Optional.of(billed);
        }
        return meter.installedOn().isBefore(billed.readOn()) ? Optional.empty() : Optional.of(meter.fitting());
    }

    private static Optional<MeteredSegment> of(
            MeterInstallation meter, Reading start, List<Reading> readings, LocalDate until) {
        var read = Timeline.best(meter, readings).stream();
        return Stream.concat(read, meter.removal().stream())
                .filter(reading -> reading.readOn().isAfter(start.readOn()))
                .filter(reading -> !reading.readOn().isAfter(until))
                .reduce((earlier, later) -> later.readOn().isBefore(earlier.readOn()) ? earlier : later)
                .map(last -> meter.between(start, last));
    }
}
