package fr.ondine.ui.runs;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import fr.ondine.platform.runs.ManagedRuns;
import fr.ondine.platform.runs.RunSummary;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Page;

/** A page about the run that its address names. */
abstract class OneRunPage extends Page implements BeforeEnterObserver {

    final transient ManagedRuns runs;
    private final transient SignedInStaff signedIn;
    private final String heading;

    OneRunPage(String heading, ManagedRuns runs, SignedInStaff signedIn) {
        super(heading, "");
        this.heading = heading;
        this.runs = runs;
        this.signedIn = signedIn;
    }

    /** Fills the page, which is empty. */
    abstract void show(RunSummary run, BeforeEnterEvent arrival);

    @Override
    public final void beforeEnter(BeforeEnterEvent arrival) {
        Addresses.id(arrival.getRouteParameters().get(Addresses.WHICH).orElse(""))
                .flatMap(run -> runs.find(who(), run))
                .ifPresentOrElse(
                        run -> {
                            clear();
                            entitle(say(heading, run.terms().period()));
                            show(run, arrival);
                        },
                        () -> arrival.rerouteToError(NotFoundException.class));
    }

    final CurrentStaff who() {
        return signedIn.get();
    }

    final Paragraph back(String address, String key) {
        return new Paragraph(new Anchor("/" + address, say(key)));
    }
}
