package fr.ondine.ui.console;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.operators.ManagedFleet;
import fr.ondine.ui.security.SignedInOperator;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Turns;
import jakarta.annotation.security.RolesAllowed;

/** All that operators did, to utilities and to each other; what is looked for stays in the address. */
@Route(value = ActsQuery.PAGE, layout = ConsoleLayout.class)
@RolesAllowed("ADMINISTER")
class ActsView extends Page implements BeforeEnterObserver {

    private final transient ManagedFleet fleet;
    private final transient SignedInOperator signedIn;

    ActsView(ManagedFleet fleet, SignedInOperator signedIn) {
        super("console.acts.title");
        this.fleet = fleet;
        this.signedIn = signedIn;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        var query = ActsQuery.of(arrival.getLocation().getQueryParameters());
        var found = fleet.acts(signedIn.get(), query.wanted(), query.page());
        clear();
        add(search(query));
        add(
                found.rows().isEmpty()
                        ? none(query)
                        : new Div(
                                ActsCard.ofAll(found.rows()), new Turns(query.pages(), query.page(), found.hasMore())));
    }

    private Card none(ActsQuery query) {
        var told = new Span(say("console.acts.none"));
        told.getElement().setAttribute("role", "status");
        var card = new Card(told);
        if (!query.isOfAll()) {
            card.add(row(ActionLink.secondary("/" + ActsQuery.PAGE, say("console.acts.all"))));
        }
        return card;
    }

    private Form search(ActsQuery query) {
        var who = TextField.text("qui", say("console.acts.by")).initially(query.who());
        var utility =
                TextField.text("collectivite", say("console.acts.utility")).initially(query.utility());
        var from = day("du", "console.acts.from");
        var to = day("au", "console.acts.to");
        query.from().ifPresent(day -> from.initially(day.toString()));
        query.to().ifPresent(day -> to.initially(day.toString()));
        var form = new Form(row(who, utility, from, to, Button.submit(say("console.acts.find"))));
        form.addClassName("search");
        return form.onSubmit(() -> {
            var wanted = new ActsQuery(
                    ActsQuery.words(who.value()),
                    ActsQuery.words(utility.value()),
                    ActsQuery.day(from.value()),
                    ActsQuery.day(to.value()),
                    0);
            if (wanted.isTurned()) {
                form.refuse(to, say("console.acts.turned"));
            } else {
                UI.getCurrentOrThrow().navigate(ActsQuery.PAGE, wanted.address());
            }
        });
    }

    private TextField day(String name, String label) {
        return TextField.text(name, say(label)).attribute("type", "date").autocomplete("off");
    }
}
