package fr.ondine.ui.schedules;

import static fr.ondine.ui.schedules.ScheduleWords.say;

import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.kernel.Writing;
import fr.ondine.platform.plans.Plan;
import fr.ondine.platform.plans.YearEnd.Outcome;
import fr.ondine.ui.shell.Amount;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Definitions;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Tone;
import fr.ondine.ui.shell.Written;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/** Where a plan stands: the next payment is what matters, then each date. */
final class PlanFacts extends Card {

    private static final Set<Outcome> CHANGED = EnumSet.of(Outcome.EXTRA_INSTALMENTS, Outcome.REDUCED, Outcome.RAISED);

    private final Definitions facts = new Definitions();

    PlanFacts(Plan plan, LocalDate today) {
        super(say(heading(plan, today)));
        main();
        plan.next(today)
                .ifPresent(next -> add(
                        new Amount(next.left()), new Paragraph(say("schedules.next.on", Written.date(next.dueOn())))));
        var closing = plan.closing();
        var closedOn = plan.closedOn();
        if (closing != null && closedOn != null) {
            add(new Paragraph(say("schedules.closed.why", closedOn, ScheduleWords.of(closing))));
        }
        var settled = plan.settled();
        if (plan.isRunning() && settled != null && CHANGED.contains(settled)) {
            add(new Paragraph(say("schedules.settled." + ScheduleWords.code(settled))));
        }
        if (plan.late(today).isPositive()) {
            add(late(plan, today));
        }
        facts.with(say("schedules.paid"), say("schedules.paid.of", plan.paid(), plan.total()))
                .with(say("schedules.year"), ScheduleWords.of(plan.year(), plan.carried()));
        add(facts, PaymentsTable.of(plan, today));
    }

    private static Notice late(Plan plan, LocalDate today) {
        return plan.sentBack(today)
                .map(day -> new Notice(
                        Tone.WARN, say("schedules.sent-back", day), say("schedules.sent-back.what", plan.late(today))))
                .orElseGet(() ->
                        new Notice(Tone.WARN, say("schedules.late", plan.late(today)), say("schedules.late.what")));
    }

    /** The same for whom each payment is taken from an account, of which they see enough to recognise it. */
    PlanFacts debitedFrom(String account) {
        addComponentAtIndex(indexOf(facts), new Paragraph(say("schedules.debited", Writing.unbroken(account))));
        return this;
    }

    /** The same for whom no account is shown: the paper says how each is paid, or it is still to be agreed. */
    PlanFacts paidOtherwise(boolean isPrinted) {
        addComponentAtIndex(
                indexOf(facts),
                new Paragraph(say(isPrinted ? "schedules.paid-as-printed" : "schedules.paid-as-agreed")));
        return this;
    }

    private static String heading(Plan plan, LocalDate today) {
        if (!plan.isRunning()) {
            return "schedules.closed";
        }
        return plan.next(today).isPresent() ? "schedules.next" : "schedules.none-left";
    }
}
