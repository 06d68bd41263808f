package fr.ondine.platform.metering;

import fr.ondine.platform.kernel.Volume;
import java.util.List;
import java.util.Optional;

/**
 * What one agreement's place consumed on the agreement's own days, the oldest period first.
 *
 * @param usual the mean of the last period's days in the years before it, where they are known
 * @param litresPerDay the mean of the last three years, where they are known
 * @param isAbnormal whether the last period used more than twice the usual volume (CGCT L2224-12-4 III bis)
 */
public record ConsumptionHistory(
        List<PeriodConsumption> periods, Optional<Volume> usual, Optional<Volume> litresPerDay, boolean isAbnormal) {

    private static final int ABNORMAL = 2;
    private static final int DAY = 1;

    /** An agreement that is over warns of nothing: nobody is there to look for a leak. */
    static ConsumptionHistory of(Timeline place, Occupancy occupancy, boolean isOver) {
        var own = place.during(occupancy);
        var periods = own.periods();
        var usual = usual(own, periods);
        // what earlier occupants used may be what use is compared with (R2224-20-1), but is not told
        var compared = usual.or(() -> usual(place.until(occupancy), periods));
        var abnormal = !isOver
                && compared.filter(mean -> exceeds(periods.getLast(), mean)).isPresent();
        return new ConsumptionHistory(periods, usual, own.expectedOver(DAY), abnormal);
    }

    public Optional<PeriodConsumption> last() {
        return periods.isEmpty() ? Optional.empty() : Optional.of(periods.getLast());
    }

    private static Optional<Volume> usual(Timeline known, List<PeriodConsumption> periods) {
        return periods.isEmpty()
                ? Optional.empty()
                : known.meanOfYearsBefore(periods.getLast().period());
    }

    private static boolean exceeds(PeriodConsumption latest, Volume mean) {
        return mean.litres() > 0 && latest.volume().litres() > ABNORMAL * mean.litres();
    }
}
