package fr.ondine.platform.metering;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The meter of a place and what is known last of its register: never what another meter of the place showed.
 *
 * @param last the latest reading, or what it showed when it was fitted; empty where neither is this holder's to know
 * @param unread whether it has not been read since it was fitted
 */
public record MeterState(MeterInstallation meter, Optional<Reading> last, boolean unread) {

    private static final Comparator<Reading> EARLIEST_FIRST =
            Comparator.comparing(Reading::readOn).thenComparing(Reading::source, Comparator.reverseOrder());

    static MeterState of(MeterInstallation meter, List<Reading> readings) {
        var read = readings.stream().filter(meter::showed).max(EARLIEST_FIRST);
        return new MeterState(meter, read.or(() -> Optional.of(meter.fitting())), read.isEmpty());
    }

    /** As its holder may know it. */
    MeterState during(Occupancy occupancy) {
        return new MeterState(meter, last.filter(reading -> occupancy.covers(reading.readOn())), unread);
    }
}
