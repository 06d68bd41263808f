package fr.ondine.ui.dashboard;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.metering.ConsumptionHistory;
import fr.ondine.platform.metering.PeriodConsumption;
import fr.ondine.ui.consumption.ConsumptionChart;
import fr.ondine.ui.shell.Card;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The last periods as bars, and how the last one compares with the same days a year earlier. */
class ConsumptionCard extends Card {

    private static final int DAYS_APART = 20;

    ConsumptionCard(ConsumptionHistory history, String page) {
        var head = new Div(new H2(getTranslation("dashboard.consumption")));
        head.addClassNames("row", "spread");
        head.add(new Anchor(page, getTranslation("dashboard.consumption.all")));
        add(head, new Paragraph(comparison(history.periods())), ConsumptionChart.of(history));
        history.usual().ifPresent(usual -> add(small(getTranslation("dashboard.consumption.usual", usual))));
    }

    private static Paragraph small(String text) {
        var paragraph = new Paragraph(text);
        paragraph.addClassNames("soft", "small");
        return paragraph;
    }

    private String comparison(List<PeriodConsumption> periods) {
        var last = periods.getLast();
        return yearEarlier(periods)
                .map(before -> compared(last.volume(), before.volume()))
                .orElseGet(() -> getTranslation("dashboard.consumption.last", last.volume()));
    }

    private String compared(Volume now, Volume before) {
        var more = now.wholeCubicMetres() - before.wholeCubicMetres();
        var key = more > 0 ? "more" : more < 0 ? "less" : "same";
        return getTranslation("dashboard.consumption." + key, now, Volume.ofCubicMetres(Math.abs(more)));
    }

    private static Optional<PeriodConsumption> yearEarlier(List<PeriodConsumption> periods) {
        var last = periods.getLast().period();
        return periods.stream()
                .filter(period -> near(period.period().from().plusYears(1), last.from())
                        && near(period.period().until().plusYears(1), last.until()))
                .findFirst();
    }

    private static boolean near(LocalDate day, LocalDate other) {
        return Math.abs(ChronoUnit.DAYS.between(day, other)) <= DAYS_APART;
    }
}
