package fr.ondine.ui.console;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.fleet.UtilitySummary;
import fr.ondine.platform.operators.ManagedFleet;
import fr.ondine.platform.tenancy.Limits;
import fr.ondine.ui.security.SignedInOperator;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Tone;
import jakarta.annotation.security.RolesAllowed;

/** Sets how much of the platform a utility may use. */
@Route(value = UtilityPage.ADDRESS + "/limites", layout = ConsoleLayout.class)
@RolesAllowed("OPERATE")
class LimitUtilityView extends UtilityPage {

    private final Div told = new Div();

    LimitUtilityView(ManagedFleet fleet, SignedInOperator signedIn) {
        super("console.limits.title", fleet, signedIn);
        narrow();
    }

    @Override
    void show(UtilitySummary utility, BeforeEnterEvent arrival) {
        told.removeAll();
        add(back(utility), told, new Card(new LimitsForm(utility.limits(), limits -> limit(utility, limits))));
    }

    private void limit(UtilitySummary utility, Limits limits) {
        told.removeAll();
        fleet.limit(who(), utility.slug(), limits);
        told.add(Notice.plain(Tone.GOOD, say("console.limits.done", name(utility)))
                .announced());
    }
}
