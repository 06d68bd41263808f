package fr.ondine.ui.schedules;

import static fr.ondine.ui.schedules.ScheduleWords.say;

import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.plans.Instalments;
import fr.ondine.platform.plans.YearEnd;
import fr.ondine.ui.shell.Card;
import java.util.Locale;

/** What the rules make of the difference once the year is billed. */
final class YearEndCard extends Card {

    YearEndCard(YearEnd end) {
        super(say("schedules.year-end"));
        var outcome = end.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
        add(new Paragraph(say(
                "schedules.year-end." + outcome,
                end.left().isNegative() ? end.left().negated() : end.left())));
        if (!end.extra().isEmpty()) {
            add(PaymentsTable.of(new Instalments(end.extra())));
        }
    }
}
