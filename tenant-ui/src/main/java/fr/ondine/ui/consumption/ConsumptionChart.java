package fr.ondine.ui.consumption;

import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.metering.ConsumptionHistory;
import fr.ondine.platform.metering.PeriodConsumption;
import fr.ondine.ui.shell.Bar;
import fr.ondine.ui.shell.BarChart;
import fr.ondine.ui.shell.Written;

/** The bars of a consumption history, on its own page and, shorter, on the dashboard. */
public final class ConsumptionChart {

    private ConsumptionChart() {}

    /** {@code history} holds at least one period. */
    public static BarChart of(ConsumptionHistory history) {
        var usual = history.usual().orElse(null);
        return new BarChart(
                        I18NProvider.translate("consumption.chart.summary"),
                        ShownPeriods.of(history).stream()
                                .map(ConsumptionChart::bar)
                                .toList(),
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
                ShownPeriods.used(consumption));
    }
}
