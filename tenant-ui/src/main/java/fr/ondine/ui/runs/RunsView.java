package fr.ondine.ui.runs;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.runs.ManagedRuns;
import fr.ondine.platform.runs.RunSummary;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.EmptyState;
import fr.ondine.ui.shell.Icon;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.Turns;
import fr.ondine.ui.shell.Written;
import fr.ondine.ui.staff.StaffLayout;
import jakarta.annotation.security.RolesAllowed;

/** All billing runs, the newest first. */
@Route(value = Addresses.HOME, layout = StaffLayout.class)
@RolesAllowed("LOOK_AT_BILLING")
class RunsView extends Page implements BeforeEnterObserver {

    private final transient ManagedRuns runs;
    private final transient SignedInStaff signedIn;

    RunsView(ManagedRuns runs, SignedInStaff signedIn) {
        super("runs.title");
        this.runs = runs;
        this.signedIn = signedIn;
        if (signedIn.get().may(StaffPermission.BILL)) {
            beside(ActionLink.primary("/" + Addresses.ORDER, say("runs.order")));
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        var number = Addresses.page(arrival.getLocation().getQueryParameters().getSingleParameter("page"));
        var page = runs.list(signedIn.get(), number);
        if (page.rows().isEmpty()) {
            add(new EmptyState(Icon.INVOICE, say("runs.none"), say("runs.none.why")));
            return;
        }
        var table = new ResponsiveTable()
                .column(say("runs.run"))
                .column(say("runs.perimeter"))
                .column(say("runs.state"))
                .endColumn(say("runs.drafts"))
                .endColumn(say("runs.parked"))
                .endColumn(say("runs.issued"))
                .keyColumn(say("runs.total"))
                .column(say("runs.by"));
        page.rows().forEach(run -> row(table, run));
        add(new Card(table, new Turns("/" + Addresses.HOME + "?page=", number, page.hasMore())));
    }

    private static void row(ResponsiveTable table, RunSummary run) {
        var progress = run.progress();
        var kind = new Span(RunWords.of("kind", run.terms().kind()));
        kind.addClassNames("soft", "small");
        table.row(
                new Div(
                        new Anchor(
                                "/" + Addresses.run(run.id()),
                                Written.period(run.terms().period())),
                        new Div(kind)),
                new Span(RunWords.perimeter(run.perimeter())),
                RunWords.pill(progress),
                new Span(Written.number(progress.drafts())),
                new Span(Written.number(progress.parked())),
                new Span(Written.number(progress.issued())),
                new Span(Written.money(run.total())),
                new Span(run.orderedBy()));
    }
}
