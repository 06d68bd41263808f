package fr.ondine.platform.metering;

import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What was used since the last reading beside what is usual there (CGCT L2224-12-4 III bis, R2224-20-1).
 *
 * @param mean of as many days in the three years before, whoever lived there, or else of comparable dwellings of the zone;
 *     empty where nothing is known to compare with
 */
public record ComparedUse(Period period, Volume volume, Optional<Volume> mean, boolean isOfZone) {

    private static final int ABNORMAL = 2;
    private static final int YEAR = 365;

    /**
     * A place that used nothing at all in those years has no history: nobody lived there.
     *
     * @param ofZone what comparable dwellings of the zone use in a year
     */
    public static ComparedUse of(
            List<MeterInstallation> meters,
            List<Reading> readings,
            Period period,
            Volume volume,
            Optional<Volume> ofZone) {
        return of(Timeline.of(meters, readings), period, volume, ofZone);
    }

    /**
     * What the reading of a day shows; empty where another was taken over it, or so little was used in so few days that
     * twice as much is a day with guests.
     */
    public static Optional<ComparedUse> until(
            LocalDate readOn, List<MeterInstallation> meters, List<Reading> readings, Optional<Volume> ofZone) {
        var timeline = Timeline.of(meters, readings);
        return timeline.seenUntil(readOn)
                .filter(one -> one.volume().litres() > 0)
                .map(one -> of(timeline, one.period(), one.volume(), ofZone))
                .filter(use -> use.period().days() >= Timeline.DAYS_APART || use.isMuchAboveMean());
    }

    private static ComparedUse of(Timeline timeline, Period period, Volume volume, Optional<Volume> ofZone) {
        var own = timeline.meanOfAsManyDaysBefore(period).filter(mean -> mean.litres() > 0);
        var zone = ofZone.map(year -> new Volume(year.litres() * period.days() / YEAR));
        return new ComparedUse(period, volume, own.or(() -> zone), own.isEmpty() && zone.isPresent());
    }

    /** Strictly more than twice the mean; what cannot be judged is not abnormal. */
    public boolean isAbnormal() {
        return mean.filter(usual -> volume.litres() > ABNORMAL * usual.litres()).isPresent();
    }

    private boolean isMuchAboveMean() {
        return mean.filter(usual -> volume.minus(usual).litres() > Plausibility.TOO_LITTLE_TO_JUDGE.litres())
                .isPresent();
    }
}
