package fr.ondine.ui.consumption;

import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.metering.ConsumptionHistory;
import fr.ondine.platform.metering.PeriodConsumption;
import fr.ondine.ui.shell.Bar;
import fr.ondine.ui.shell.BarChart;
import fr.ondine.ui.shell.Written;

/** The bars of a consumption history, on its own page and, shorter, on the dashboard. */
public final class ConsumptionChart {

    private static final int MOST = 8;
    /** A longer period, as from the fitting of a meter to its first known reading, compares with no other. */
    private static final int LONGEST = 400;

    private ConsumptionChart() {}

    /** {@code history} holds at least one period. */
    public static BarChart of(ConsumptionHistory history) {
        var comparable = history.periods().stream()
                .filter(period -> period.period().days() <= LONGEST)
                .toList();
        var periods = comparable.isEmpty() ? history.periods() : comparable;
        var shown = periods.subList(Math.max(0, periods.size() - MOST), periods.size());
        var usual = history.usual().orElse(null);
        return new BarChart(
                        I18NProvider.translate("consumption.chart.summary"),
                        shown.stream().map(ConsumptionChart::bar).toList(),
                        usual)
                .withTable(
                        I18NProvider.translate("consumption.table.period"),
                        I18NProvider.translate("consumption.table.volume"));
    }

    private static Bar bar(PeriodConsumption consumption) {
        var estimated = consumption.estimated() ? " " + I18NProvider.translate("consumption.estimated") : "";
        return new Bar(
                Written.shortMonth(consumption.period().lastDay()),
                Written.here().capitalised(Written.period(consumption.period())) + estimated,
                new Volume(Math.max(0, consumption.volume().litres())));
    }
}
