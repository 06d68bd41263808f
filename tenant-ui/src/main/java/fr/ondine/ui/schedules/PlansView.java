package fr.ondine.ui.schedules;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.plans.ListedPlan;
import fr.ondine.platform.plans.ManagedPlans;
import fr.ondine.platform.plans.PlanFilter;
import fr.ondine.platform.plans.PlanPage;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.EmptyState;
import fr.ondine.ui.shell.Icon;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.Turns;
import fr.ondine.ui.shell.Written;
import fr.ondine.ui.staff.StaffLayout;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** All plans of the utility, by name, number and how far they are, the newest first. */
@Route(value = PlanQuery.PATH, layout = StaffLayout.class)
@RolesAllowed("LOOK")
class PlansView extends Page implements BeforeEnterObserver {

    private static final Pattern PAGE = Pattern.compile("[1-9]\\d{0,3}");

    private final transient ManagedPlans plans;
    private final transient SignedInStaff signedIn;
    private final transient Clock clock;

    PlansView(ManagedPlans plans, SignedInStaff signedIn, Clock clock) {
        super("schedules.list.title");
        this.plans = plans;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        var query = arrival.getLocation().getQueryParameters();
        var filter = PlanQuery.of(query);
        var number = query.getSingleParameter("page")
                        .filter(PAGE.asMatchPredicate())
                        .map(Integer::parseInt)
                        .orElse(1)
                - 1;
        clear();
        var page = plans.list(signedIn.get(), filter, number);
        add(column(new PlanFilterForm(filter), list(page, filter, number)));
    }

    private Card list(PlanPage page, PlanFilter filter, int number) {
        if (page.rows().isEmpty() && number == 0) {
            return none(filter);
        }
        var table = new ResponsiveTable()
                .caption(say("schedules.list.title"))
                .column(say("schedules.contract"))
                .column(say("schedules.next"))
                .endColumn(say("schedules.paid"))
                .keyColumn(say("schedules.late.column"));
        page.rows().forEach(one -> row(table, one));
        return new Card(table, new Turns(PlanQuery.address(filter) + "page=", number, page.hasMore()));
    }

    private Card none(PlanFilter filter) {
        var isAny = filter.state() == PlanFilter.State.RUNNING && filter.words().isBlank();
        return new EmptyState(
                Icon.INVOICE,
                say("schedules.list.none"),
                say(isAny ? "schedules.list.none.why" : "schedules.list.none.other"));
    }

    private void row(ResponsiveTable table, ListedPlan one) {
        var plan = one.plan();
        var today = LocalDate.now(clock);
        var late = plan.late(today);
        table.row(
                new Span(
                        new Anchor("/gestion/comptes/" + plan.agreement().value() + "/mensualisation", one.contract()),
                        new Span(" " + one.holder())),
                new Span(plan.next(today)
                        .map(next -> say("schedules.next.short", next.left(), next.dueOn()))
                        .orElse("")),
                new Span(say("schedules.paid.of", plan.paid(), plan.total())),
                new Span(late.isPositive() ? Written.money(late) : ""));
    }
}
