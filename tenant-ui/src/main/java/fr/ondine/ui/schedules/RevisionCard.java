package fr.ondine.ui.schedules;

import static fr.ondine.ui.schedules.ScheduleWords.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fr.ondine.platform.plans.Instalment;
import fr.ondine.platform.plans.Instalments;
import fr.ondine.platform.plans.PlanRevision;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.Written;
import java.time.LocalDate;

/** What another amount would change, date by date, before and after. */
final class RevisionCard extends Card {

    RevisionCard(PlanRevision revision, Runnable revise, Runnable forget) {
        super(say("schedules.revision"));
        main();
        var table = new ResponsiveTable()
                .caption(say("schedules.dates"))
                .column(say("schedules.due-on"))
                .endColumn(say("schedules.before"))
                .endColumn(say("schedules.after"));
        revision.before()
                .all()
                .forEach(one -> table.row(
                        Written.date(one.dueOn()), Written.money(one.amount()), on(revision.after(), one.dueOn())));
        table.row(
                new Div(say("schedules.total")), // no day, so that a phone names it none
                new Span(Written.money(revision.before().total())),
                new Span(Written.money(revision.after().total())));
        var answers = new Div(
                Button.primary(say("schedules.revision.sure")).onPress(revise),
                Button.link(say("schedules.change")).onPress(forget));
        answers.addClassNames("row", "actions");
        add(table, new Paragraph(say("schedules.revision.paid", revision.paid())), answers);
    }

    private static String on(Instalments after, LocalDate day) {
        return after.all().stream()
                .filter(one -> one.dueOn().equals(day))
                .map(Instalment::amount)
                .map(Written::money)
                .findFirst()
                .orElseGet(() -> say("schedules.revision.dropped"));
    }
}
