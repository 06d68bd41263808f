package fr.ondine.ui.dashboard;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.plans.Plan;
import fr.ondine.ui.contract.ChosenContract;
import fr.ondine.ui.shell.Amount;
import fr.ondine.ui.shell.Written;
import java.time.LocalDate;

/** That nothing is to be paid by invoice, and what comes next by the month: what was paid for the year is no debt of the utility's. */
class PlanDueCard extends DueCard {

    PlanDueCard(Plan plan, ChosenContract chosen, LocalDate today) {
        add(new H2(getTranslation(plan.next(today).isPresent() ? "dashboard.plan.coming" : "dashboard.settled")));
        plan.next(today)
                .ifPresent(next -> add(
                        new Amount(next.left()),
                        new Paragraph(getTranslation("dashboard.plan.on", Written.date(next.dueOn())))));
        if (plan.late(today).isPositive()) {
            add(new Paragraph(plan.sentBack(today)
                    .map(day -> getTranslation("dashboard.plan.sent-back", day, plan.late(today)))
                    .orElseGet(() -> getTranslation("dashboard.plan.late", plan.late(today)))));
        }
        add(soft(getTranslation("dashboard.plan.paid", plan.paid(), plan.total())));
        schedule(chosen);
    }
}
