package fr.ondine.ui.dashboard;

import com.vaadin.flow.router.Route;
import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.payments.CardPayments;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.ui.contract.ChosenContract;
import fr.ondine.ui.contract.ContractPage;
import fr.ondine.ui.contract.Contracts;
import fr.ondine.ui.invoices.Settling;
import fr.ondine.ui.leakfiles.LeakWarnings;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.PortalLayout;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** What is owed and the way to pay it; then the consumption, the contract, the last reading, the payment method. */
@Route(value = "tableau-de-bord", layout = PortalLayout.class)
@RolesAllowed("SUBSCRIBER")
class DashboardView extends ContractPage {

    private final transient Overviews overviews;
    private final transient CardPayments cards;
    private final transient Tenants tenants;
    private final transient LeakWarnings leaks;
    private final transient Clock clock;

    DashboardView(
            Contracts contracts,
            Overviews overviews,
            CardPayments cards,
            Tenants tenants,
            LeakWarnings leaks,
            Clock clock) {
        super(contracts, "dashboard.title");
        this.overviews = overviews;
        this.cards = cards;
        this.tenants = tenants;
        this.leaks = leaks;
        this.clock = clock;
        greet(hello(contracts.person()));
    }

    @Override
    protected boolean isShared() {
        return true;
    }

    @Override
    protected void show(ChosenContract chosen) {
        var overview = overviews.of(chosen.user(), chosen.id());
        add(new OverviewCards(tenants.current(), chosen, LocalDate.now(clock))
                .of(
                        overview,
                        Settling.of(chosen, cards),
                        chosen.contract().isHeld() ? leak(chosen, overview) : Optional.empty()));
    }

    private Optional<Notice> leak(ChosenContract chosen, Overview overview) {
        var readOn = overview.consumption().last().map(one -> one.period().until());
        return leaks.of(chosen.user(), chosen.id(), readOn);
    }

    private String hello(CurrentUser person) {
        return person.displayName().equals(person.address())
                ? say("dashboard.hello")
                : say("dashboard.hello.name", person.displayName());
    }
}
