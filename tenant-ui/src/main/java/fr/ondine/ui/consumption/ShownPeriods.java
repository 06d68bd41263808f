package fr.ondine.ui.consumption;

import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.metering.ConsumptionHistory;
import fr.ondine.platform.metering.PeriodConsumption;
import java.util.List;

/** The periods of a history that are told, the same in the chart, in its table and in the file. */
final class ShownPeriods {

    private static final int MOST = 8;
    /** A longer period, as from the fitting of a meter to its first known reading, compares with no other. */
    private static final int LONGEST = 400;

    private ShownPeriods() {}

    static List<PeriodConsumption> of(ConsumptionHistory history) {
        var comparable = history.periods().stream()
                .filter(period -> period.period().days() <= LONGEST)
                .toList();
        var periods = comparable.isEmpty() ? history.periods() : comparable;
        return periods.subList(Math.max(0, periods.size() - MOST), periods.size());
    }

    /** An estimate that was too high is put right by the next reading, which would make its period negative. */
    static Volume used(PeriodConsumption consumption) {
        return new Volume(Math.max(0, consumption.volume().litres()));
    }
}
