package fr.ondine.ui.schedules;

import static fr.ondine.ui.schedules.ScheduleWords.say;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.plans.Plan;
import fr.ondine.ui.shell.Written;
import java.time.LocalDate;
import java.util.Optional;

/** That a contract is paid by the month: what was paid for the year, what comes next, and where all dates are. */
public final class PlanNote extends Div {

    /** @param schedule where all dates are, for whom they are open */
    public PlanNote(Plan plan, LocalDate today, Optional<String> schedule) {
        addClassName("lines");
        add(new Paragraph(say("schedules.note.paid", plan.paid(), plan.total())));
        plan.next(today)
                .ifPresent(next ->
                        add(new Paragraph(say("schedules.note.next", next.left(), Written.date(next.dueOn())))));
        if (plan.late(today).isPositive()) {
            add(new Paragraph(plan.sentBack(today)
                    .map(day -> say("schedules.note.sent-back", day, plan.late(today)))
                    .orElseGet(() -> say("schedules.note.late", plan.late(today)))));
        }
        schedule.ifPresent(page -> add(new Paragraph(new Anchor(page, say("schedules.note.all")))));
    }
}
