package fr.ondine.ui.console;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import fr.ondine.platform.fleet.UnknownUtility;
import fr.ondine.platform.fleet.UtilitySummary;
import fr.ondine.platform.operators.CurrentOperator;
import fr.ondine.platform.operators.ManagedFleet;
import fr.ondine.ui.security.SignedInOperator;
import fr.ondine.ui.shell.Page;

/** A page about one utility, named in its address. */
abstract class UtilityPage extends Page implements BeforeEnterObserver {

    static final String ADDRESS = "console/collectivites/:slug";

    final transient ManagedFleet fleet;
    private final transient SignedInOperator signedIn;
    private final String heading;

    UtilityPage(String heading, ManagedFleet fleet, SignedInOperator signedIn) {
        super(heading, "");
        this.heading = heading;
        this.fleet = fleet;
        this.signedIn = signedIn;
    }

    /** Fills the page, which is empty. */
    abstract void show(UtilitySummary utility, BeforeEnterEvent arrival);

    @Override
    public final void beforeEnter(BeforeEnterEvent arrival) {
        var slug = arrival.getRouteParameters().get("slug").orElse("");
        try {
            var utility = fleet.get(who(), slug);
            clear();
            entitle(say(heading, name(utility)));
            show(utility, arrival);
        } catch (UnknownUtility unknown) {
            arrival.rerouteToError(NotFoundException.class);
        }
    }

    final CurrentOperator who() {
        return signedIn.get();
    }

    static String name(UtilitySummary utility) {
        return utility.name().isBlank() ? utility.slug() : utility.name();
    }

    static String href(UtilitySummary utility) {
        return "/console/collectivites/" + utility.slug();
    }

    final Paragraph back(UtilitySummary utility) {
        return new Paragraph(new Anchor(href(utility), say("console.back", name(utility))));
    }
}
