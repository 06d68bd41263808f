package fr.ondine.platform.metering;

import fr.ondine.platform.kernel.Volume;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The consumption of a place, the oldest period first.
 *
 * @param usual the mean of the last period's days in the years before it, where they are known
 * @param litresPerDay the mean of the last three years, where they are known
 */
public record ConsumptionHistory(
        List<PeriodConsumption> periods, Optional<Volume> usual, Optional<Volume> litresPerDay) {

    private static final int ABNORMAL = 2;

    public Optional<PeriodConsumption> last() {
        return periods.isEmpty() ? Optional.empty() : Optional.of(periods.getLast());
    }

    /** Only what was used on those days: what people used who lived there before or after is nobody else's business. */
    public ConsumptionHistory during(LocalDate first, @Nullable LocalDate last) {
        var own = periods.stream()
                .filter(used -> !used.period().from().isBefore(first))
                .filter(used -> last == null || !used.period().lastDay().isAfter(last))
                .toList();
        return new ConsumptionHistory(own, usual, litresPerDay);
    }

    /** Whether the last period used more than twice the usual volume (CGCT L2224-12-4 III bis). */
    public boolean isAbnormal() {
        return last().flatMap(latest ->
                        usual.map(mean -> latest.volume().litres() > ABNORMAL * mean.litres() && mean.litres() > 0))
                .orElse(false);
    }
}
