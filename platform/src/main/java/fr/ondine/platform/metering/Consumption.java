package fr.ondine.platform.metering;

import fr.ondine.platform.network.ServicePointId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was used at a service point, on which meter, read by whom. Whoever asks has checked that the person may see it. */
@Service
@Transactional(readOnly = true)
public class Consumption {

    private static final int DAY = 1;

    private final Meters meters;

    Consumption(Meters meters) {
        this.meters = meters;
    }

    public ConsumptionHistory history(ServicePointId point) {
        var timeline = Timeline.of(meters.installedAt(point), meters.readingsAt(point));
        var periods = timeline.periods();
        var usual = periods.isEmpty()
                ? Optional.<fr.ondine.platform.kernel.Volume>empty()
                : timeline.meanOfYearsBefore(periods.getLast().period());
        return new ConsumptionHistory(periods, usual, timeline.expectedOver(DAY));
    }

    /** All readings of all meters of the place, the latest first. */
    public List<Reading> readings(ServicePointId point) {
        return meters.readingsAt(point).stream()
                .sorted(Comparator.comparing(Reading::readOn)
                        .thenComparing(Reading::source, Comparator.reverseOrder())
                        .reversed())
                .toList();
    }

    /** The meters of the place, the latest first. */
    public List<MeterInstallation> meters(ServicePointId point) {
        return meters.installedAt(point).stream()
                .sorted(Comparator.comparing(MeterInstallation::installedOn).reversed())
                .toList();
    }

    public Optional<Reading> lastReading(ServicePointId point) {
        return readings(point).stream().findFirst();
    }
}
