package fr.ondine.platform.metering;

import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.network.ServicePointId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was used at a place, on which meter, read by whom. Whoever asks has checked that the person may see it. */
@Service
@Transactional(readOnly = true)
public class Consumption {

    private static final Comparator<Reading> LATEST_FIRST = Comparator.comparing(Reading::readOn)
            .thenComparing(Reading::source, Comparator.reverseOrder())
            .reversed();

    private final Meters meters;
    private final Clock clock;

    Consumption(Meters meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
    }

    /** What an agreement's holder may know, by the same two queries however many meters and readings there were. */
    public MeteredUse of(Occupancy occupancy) {
        var today = LocalDate.now(clock);
        var installed = meters.installedAt(occupancy.point());
        var readings = meters.readingsAt(occupancy.point());
        var own = readings.stream()
                .filter(reading -> occupancy.covers(reading.readOn()))
                .sorted(LATEST_FIRST)
                .toList();
        var timeline = Timeline.of(installed, readings);
        return new MeteredUse(
                ConsumptionHistory.of(timeline, occupancy, occupancy.isOverOn(today)),
                meter(installed, own, occupancy, today),
                own);
    }

    /**
     * What an agreement's own place uses in so many days, from the last three years without some times that tell nothing of
     * others; empty where nothing else is known.
     */
    public Optional<Volume> expected(Occupancy occupancy, long days, List<Period> without) {
        var own = Timeline.of(meters.installedAt(occupancy.point()), meters.readingsAt(occupancy.point()))
                .during(occupancy);
        return without.isEmpty() ? own.expectedOver(days) : own.expectedOver(days, without);
    }

    /** All readings of all meters of a place, whoever lived there, the latest first: for what its invoices rest on. */
    public List<Reading> readings(ServicePointId point) {
        return meters.readingsAt(point).stream().sorted(LATEST_FIRST).toList();
    }

    private static Optional<MeterState> meter(
            List<MeterInstallation> installed, List<Reading> own, Occupancy occupancy, LocalDate today) {
        return installed.stream()
                .filter(meter -> occupancy.saw(meter, today))
                .reduce((one, later) -> later)
                .map(meter -> MeterState.of(meter, own).during(occupancy));
    }
}
