package fr.ondine.ui.dashboard;

import com.vaadin.flow.router.Route;
import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.payments.CardPayments;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.Feature;
import fr.ondine.ui.contract.ChosenContract;
import fr.ondine.ui.contract.ContractPage;
import fr.ondine.ui.contract.Contracts;
import fr.ondine.ui.invoices.Settling;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.PortalLayout;
import fr.ondine.ui.shell.Tone;
import jakarta.annotation.security.RolesAllowed;

/** What is owed and the way to pay it; then the consumption, the contract, the last reading, the payment method. */
@Route(value = "tableau-de-bord", layout = PortalLayout.class)
@RolesAllowed("SUBSCRIBER")
class DashboardView extends ContractPage {

    private final transient Overviews overviews;
    private final transient CardPayments cards;
    private final transient Tenants tenants;

    DashboardView(Contracts contracts, Overviews overviews, CardPayments cards, Tenants tenants) {
        super(contracts, "dashboard.title");
        this.overviews = overviews;
        this.cards = cards;
        this.tenants = tenants;
        greet(hello(contracts.person()));
    }

    @Override
    protected void show(ChosenContract chosen) {
        var overview = overviews.of(chosen.user(), chosen.id());
        if (overview.consumption().isAbnormal() && tenants.current().offers(Feature.ABNORMAL_USE_NOTICE)) {
            add(new Notice(Tone.WARN, say("dashboard.abnormal"), say("dashboard.abnormal.what")));
        }
        var first = column(DueCard.of(overview.account(), chosen, new Settling(cards, chosen.user())));
        ElsewhereNote.of(overview.asked(), chosen).ifPresent(first::add);
        if (!overview.consumption().periods().isEmpty()) {
            first.add(new ConsumptionCard(overview.consumption(), chosen.link("consommations")));
        }
        var beside = column(new ContractCard(overview.card()));
        overview.account().latest().ifPresent(latest -> beside.add(new LastInvoiceCard(latest, chosen)));
        beside.add(
                new ReadingCard(overview, tenants.current(), chosen.link("consommations/releve")),
                new PaymentMethodCard(overview.card()));
        if (!tenants.current().downloads().isEmpty()) {
            beside.add(new DownloadsCard(tenants.current().downloads()));
        }
        add(columns(first, beside));
    }

    private String hello(CurrentUser person) {
        return person.displayName().equals(person.address())
                ? say("dashboard.hello")
                : say("dashboard.hello.name", person.displayName());
    }
}
