package fr.ondine.ui.console;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import fr.ondine.migrations.UtilityState;
import fr.ondine.platform.fleet.UtilitySummary;
import fr.ondine.platform.operators.ManagedFleet;
import fr.ondine.ui.security.SignedInOperator;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Choice;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.TextField;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** All utilities, those with a problem first; what is looked for stays in the address. */
@Route(value = "console", layout = ConsoleLayout.class)
@RolesAllowed("VIEW")
class UtilitiesView extends Page implements BeforeEnterObserver {

    private final transient ManagedFleet fleet;
    private final transient SignedInOperator signedIn;
    private final Div told = new Div();
    private FleetFilter filter = new FleetFilter("", Optional.empty(), 1);

    UtilitiesView(ManagedFleet fleet, SignedInOperator signedIn) {
        super("console.utilities.title");
        this.fleet = fleet;
        this.signedIn = signedIn;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        filter = FleetFilter.of(arrival.getLocation().getQueryParameters());
        show();
    }

    private void show() {
        clear();
        var found = fleet.search(signedIn.get(), filter.words(), filter.states(), filter.request());
        add(search(), told);
        var list = new Card(new UtilityTable(signedIn.get(), found.getContent(), this::retry)
                .caption(say("console.utilities.count", found.getTotalElements())));
        list.add(pages(found.getTotalPages()));
        add(found.isEmpty() ? new Card(new Span(say("console.utilities.none"))) : list);
    }

    private Form search() {
        var words = TextField.text("words", say("console.utilities.search")).initially(filter.words());
        var states = Stream.concat(
                        Stream.of(Optional.<UtilityState>empty()),
                        Arrays.stream(UtilityState.values()).map(Optional::of))
                .toList();
        var state = new Choice<>("state", say("console.utilities.state"), states, UtilitiesView::words)
                .initially(filter.state());
        var form = new Form(row(words, state, Button.submit(say("console.utilities.find"))));
        form.addClassName("search");
        return form.onSubmit(() ->
                UI.getCurrentOrThrow().navigate("console", new FleetFilter(words.value(), state.value(), 1).address()));
    }

    private static String words(Optional<UtilityState> state) {
        return state.map(Words::state).orElseGet(() -> Words.text("console.state.any"));
    }

    private Nav pages(int count) {
        var pages = new Nav();
        pages.addClassNames("row", "pages");
        pages.getElement().setAttribute("aria-label", say("console.pages"));
        if (filter.page() > 1) {
            pages.add(new Anchor(filter.onPage(filter.page() - 1).href(), say("console.pages.before")));
        }
        pages.add(new Span(say("console.pages.here", filter.page(), Math.max(1, count))));
        if (filter.page() < count) {
            pages.add(new Anchor(filter.onPage(filter.page() + 1).href(), say("console.pages.after")));
        }
        return pages;
    }

    private void retry(UtilitySummary utility) {
        var operator = signedIn.get();
        told.removeAll();
        told.add(new Work<>(
                say("console.retry.doing", utility.name()),
                () -> fleet.migrate(operator, utility.slug()),
                done -> show(),
                refused -> {
                    show();
                    told.removeAll();
                    told.add(Refusals.of(refused));
                }));
    }
}
