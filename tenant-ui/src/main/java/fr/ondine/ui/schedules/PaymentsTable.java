package fr.ondine.ui.schedules;

import static fr.ondine.ui.schedules.ScheduleWords.say;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import fr.ondine.platform.plans.Instalments;
import fr.ondine.platform.plans.Plan;
import fr.ondine.platform.plans.PlannedPayment;
import fr.ondine.ui.shell.Pill;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.Tone;
import fr.ondine.ui.shell.Written;
import java.time.LocalDate;

/** Each date of a plan with its amount, and what came in for it. */
final class PaymentsTable {

    private PaymentsTable() {}

    /** Of a plan that is only looked at. */
    static ResponsiveTable of(Instalments instalments) {
        var table = dates();
        instalments.all().forEach(one -> table.row(Written.date(one.dueOn()), Written.money(one.amount())));
        return table;
    }

    static ResponsiveTable of(Plan plan, LocalDate today) {
        var table = dates().column(say("schedules.state"));
        plan.payments()
                .forEach(one -> table.row(
                        new Span(Written.date(one.dueOn())),
                        new Span(Written.money(one.amount())),
                        state(plan, one, today)));
        return table;
    }

    private static ResponsiveTable dates() {
        return new ResponsiveTable()
                .caption(say("schedules.dates"))
                .column(say("schedules.due-on"))
                .keyColumn(say("schedules.amount"));
    }

    private static Component state(Plan plan, PlannedPayment one, LocalDate today) {
        if (one.isPaid()) {
            return new Pill(Tone.GOOD, say("schedules.state.paid"));
        }
        if (!plan.isRunning()) {
            return new Pill(Tone.INFO, say("schedules.state.dropped"));
        }
        if (one.paid().isPositive()) {
            return new Pill(one.isLateOn(today) ? Tone.WARN : Tone.INFO, say("schedules.state.part", one.left()));
        }
        return one.isLateOn(today)
                ? new Pill(Tone.WARN, say("schedules.state.late"))
                : new Pill(Tone.INFO, say("schedules.state.coming"));
    }
}
