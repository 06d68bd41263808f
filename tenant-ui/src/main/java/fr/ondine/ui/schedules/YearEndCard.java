package fr.ondine.ui.schedules;

import static fr.ondine.ui.schedules.ScheduleWords.say;

import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.plans.Instalments;
import fr.ondine.platform.plans.Plan;
import fr.ondine.platform.plans.YearEnd;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;

/** What the rules make of the difference once the year is billed, and the way to do it at once. */
final class YearEndCard extends Card {

    YearEndCard(Plan plan, YearEnd end, Runnable settle) {
        super(say("schedules.year-end"));
        add(new Paragraph(ScheduleWords.of(end)));
        var coming = end.after().all().stream()
                .filter(one -> !plan.instalments().all().contains(one))
                .toList();
        if (!coming.isEmpty()) {
            add(PaymentsTable.of(new Instalments(coming)));
        }
        add(
                new Paragraph(say("schedules.year-end.by-itself")),
                Button.secondary(say("schedules.settle")).onPress(settle));
    }
}
