package fr.ondine.ui.consumption;

import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.metering.ConsumptionHistory;
import fr.ondine.platform.metering.PeriodConsumption;
import fr.ondine.ui.shell.Bar;
import fr.ondine.ui.shell.BarChart;
import fr.ondine.ui.shell.French;

/** The bars of a consumption history, on its own page and, shorter, on the dashboard. */
public final class ConsumptionChart {

    private static final int MOST = 8;
    /** Beside the years and half-years, the bar of a longer time would dwarf them and say nothing. */
    private static final int LONGEST = 400;

    private static final int LONGEST_HALF_YEAR = 200;
    private static final int SHORTEST_HALF_YEAR = 150;

    private ConsumptionChart() {}

    /** {@code history} holds at least one period. */
    public static BarChart of(ConsumptionHistory history) {
        var periods = history.periods().stream()
                .filter(consumption -> consumption.period().days() <= LONGEST)
                .toList();
        var shown = periods.isEmpty()
                ? history.periods()
                : periods.subList(Math.max(0, periods.size() - MOST), periods.size());
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
                shortName(consumption.period()),
                capitalised(French.period(consumption.period())) + estimated,
                new Volume(Math.max(0, consumption.volume().litres())));
    }

    /** "S1 25" for a half-year, otherwise the month it ends in. */
    private static String shortName(Period period) {
        var middle = period.from().plusDays(period.days() / 2);
        var year = String.format("%02d", middle.getYear() % 100);
        var isHalfYear = period.days() >= SHORTEST_HALF_YEAR && period.days() <= LONGEST_HALF_YEAR;
        return isHalfYear
                ? (middle.getMonthValue() <= 6 ? "S1 " : "S2 ") + year
                : String.format("%02d/%s", period.lastDay().getMonthValue(), year);
    }

    private static String capitalised(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
