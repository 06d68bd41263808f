package fr.ondine.ui.dashboard;

import com.vaadin.flow.router.Route;
import fr.ondine.platform.payments.CardPayments;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.ui.invoices.Settling;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.Tone;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** The dashboard as a subscriber sees it, of nobody: what staff look at before a brand or words are put online. */
@Route(value = ExampleDashboardView.PATH, layout = ExampleLayout.class)
@RolesAllowed("CONFIGURE")
class ExampleDashboardView extends Page {

    static final String PATH = "gestion/apercu";

    ExampleDashboardView(Tenants tenants, CardPayments cards, Clock clock) {
        super("dashboard.title");
        var utility = tenants.current();
        var today = LocalDate.ofInstant(clock.instant(), utility.zone());
        var example = new ExampleContract(utility, today);
        var chosen = example.chosen(utility, PATH);
        greet(say("dashboard.hello.name", ExampleContract.person()));
        beside(chosen.switcher());
        add(Notice.plain(Tone.INFO, say("dashboard.example")));
        add(new OverviewCards(utility, chosen, today)
                .of(example.overview(), Settling.of(chosen, cards), Optional.empty()));
    }
}
