package fr.ondine.platform.metering;

import fr.ondine.platform.kernel.Volume;
import fr.ondine.tenantconfig.ReadingRules;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is to be thought of a reading beside the one before it, whoever took it.
 *
 * @param before the last one of the same meter before that day, or that of its fitting
 * @param usual what the place used in so many days until then, where that is known
 */
public record Judgement(Reading before, Volume volume, Optional<Volume> usual, Optional<Doubt> doubt) {

    /** {@code readings} are those that stand at the place, with or without {@code one}. */
    static Judgement of(
            Reading one,
            MeterInstallation meter,
            List<MeterInstallation> installed,
            List<Reading> readings,
            ReadingRules rules) {
        var earlier = readings.stream()
                .filter(reading -> reading.readOn().isBefore(one.readOn()))
                .toList();
        var before = Timeline.best(meter, earlier).stream()
                .max(Comparator.comparing(Reading::readOn))
                .orElseGet(meter::fitting);
        var volume = meter.register().advance(before.register(), one.register());
        var usual = usual(one, before, installed, earlier);
        var doubt = volume.litres() < 0 && !before.isEstimated()
                ? Optional.of(Doubt.BELOW_LAST)
                : usual.flatMap(expected -> new Plausibility(rules).doubt(volume, expected));
        return new Judgement(before, volume, usual, doubt);
    }

    private static Optional<Volume> usual(
            Reading one, Reading before, List<MeterInstallation> installed, List<Reading> earlier) {
        var known = installed.stream()
                .filter(meter -> !meter.installedOn().isAfter(one.readOn()))
                .toList();
        return Timeline.of(known, earlier).expectedOver(ChronoUnit.DAYS.between(before.readOn(), one.readOn()));
    }
}
