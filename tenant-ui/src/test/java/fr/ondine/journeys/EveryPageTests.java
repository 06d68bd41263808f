package fr.ondine.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import fr.ondine.demo.data.DemoSample;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.imports.Imports;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.simulators.stripe.StripeSimulator;
import fr.ondine.tenantconfig.BundledTenants;
import fr.ondine.testing.Rows;
import fr.ondine.testing.SimulatedStripe;
import jakarta.servlet.ServletContext;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Every page that the router knows, in every brand, at every width, light and dark: a new page is in here by itself. */
@PortalTest
@TestPropertySource(properties = "ondine.jobs.enabled=false")
class EveryPageTests {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Paris"));
    /** The question of a program is answered, and leads back to it; the example shows staff what a subscriber would see. */
    private static final Set<String> WITHOUT_A_WAY_OUT = Set.of("autorisation", "gestion/apercu");

    private static final String FAILURE = "n'a pas pu s'afficher";
    private static final StripeSimulator STRIPE = StripeSimulator.start(0);

    @LocalServerPort
    int port;

    @Autowired
    ServletContext servlets;

    @Autowired
    Imports imports;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @DynamicPropertySource
    static void stripe(DynamicPropertyRegistry properties) {
        SimulatedStripe.propertiesFor(STRIPE).forEach((name, value) -> properties.add(name, () -> value));
    }

    @BeforeEach
    void the_well_known_subscribers_and_an_account_at_the_provider() {
        DemoSample.load(imports, TODAY);
        BundledTenants.slugs()
                .forEach(slug -> STRIPE.open(SimulatedStripe.settings(
                        new TenantId(slug), URI.create("http://" + slug + ".localhost:" + port + "/webhooks/stripe"))));
    }

    @Test
    void the_router_knows_the_pages_of_the_journey() {
        assertThat(routes().map(RouteData::getTemplate))
                .contains("", "inscription", "connexion", "mot-de-passe-oublie", "contrats/lier")
                .contains("tableau-de-bord", "factures", "consommations", "mon-compte", "paiement/:payment");
    }

    @Tag("long")
    @TestFactory
    Stream<DynamicTest> nothing_is_wrong_or_cut_off_on() {
        return BundledTenants.slugs().stream().map(TenantId::new).flatMap(this::pagesAt);
    }

    /** Of subscribers and of an administrator; who is nobody has nothing to end. */
    @Tag("long")
    @Test
    void signing_out_is_at_hand_on_every_page_of_who_is_signed_in() {
        var utility = new TenantId("siegvo");
        var payer = whoOwes(utility);
        var values = values(utility, payer);
        for (var isOfStaff : new boolean[] {false, true}) {
            var pages = routes().filter(route -> !needsNobody(route))
                    .filter(route -> !WITHOUT_A_WAY_OUT.contains(route.getTemplate()))
                    .filter(route -> route.getTemplate().startsWith("gestion") == isOfStaff)
                    .toList();
            assertThat(pages).hasSizeGreaterThan(10);
            try (var visit = new Visit(utility, port, Visit.DESK, ColorScheme.LIGHT)) {
                visit.open(
                        isOfStaff
                                ? SignInWithoutAsking.administrator(administrator(utility))
                                : SignInWithoutAsking.path(payer.user()));
                var looked = 0;
                for (var route : pages) {
                    var page = visit.open(address(route, values) + "?contrat="
                            + payer.agreement().value());
                    openAllDetails(page);
                    if (page.title().startsWith("Cette page n'existe pas")) {
                        continue; // it is about something that there is not here
                    }
                    looked++;
                    assertThat(page.getByText("Se déconnecter").first().isVisible())
                            .as(route.getTemplate())
                            .isTrue();
                }
                assertThat(looked).isGreaterThan(pages.size() / 2);
            }
        }
    }

    private Stream<DynamicTest> pagesAt(TenantId utility) {
        var payer = whoOwes(utility);
        var administrator = administrator(utility);
        var values = values(utility, payer);
        return routes().map(route -> DynamicTest.dynamicTest(
                utility.slug() + " /" + route.getTemplate(),
                () -> look(
                        utility,
                        address(route, values) + "?contrat=" + payer.agreement().value(),
                        signIn(route, payer, administrator))));
    }

    private Map<String, String> values(TenantId utility, Payer payer) {
        var payment = openPayment(utility, payer);
        var reading = reading(utility, payer).toString();
        return Map.of(
                ":payment", payment,
                ":run", run(utility, payer).toString(),
                ":releve", reading,
                ":fuite", reading,
                ":demande", reading,
                ":envoi", batch(utility, payer).toString(),
                ":facture", payer.invoice().toString(),
                ":invoice", payer.invoice().toString(),
                ":contrat", payer.agreement().value().toString());
    }

    private static @Nullable String signIn(RouteData route, Payer payer, UUID administrator) {
        if (needsNobody(route)) {
            return null;
        }
        return route.getTemplate().startsWith("gestion")
                ? SignInWithoutAsking.administrator(administrator)
                : SignInWithoutAsking.path(payer.user());
    }

    private void look(TenantId utility, String address, @Nullable String signIn) {
        try (var visit = new Visit(utility, port, Visit.DESK, ColorScheme.LIGHT)) {
            if (signIn != null) {
                visit.open(signIn);
            }
            var page = visit.open(address);
            assertThat(page.locator("h1").first().textContent()).doesNotContain(FAILURE);
            openAllDetails(page);
            Axe.assertCleanEverywhere(page);
        }
    }

    private static void openAllDetails(Page page) {
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
    }

    /** The console's pages are at another host, in no utility's brand. */
    private Stream<RouteData> routes() {
        return ApplicationRouteRegistry.getInstance(new VaadinServletContext(servlets)).getRegisteredRoutes().stream()
                .filter(route -> !route.getTemplate().startsWith("console"));
    }

    private static boolean needsNobody(RouteData route) {
        Class<? extends Component> view = route.getNavigationTarget();
        return view.isAnnotationPresent(AnonymousAllowed.class);
    }

    /** A new parameter of an address needs a value. */
    private static String address(RouteData route, Map<String, String> values) {
        var address = "/" + route.getTemplate();
        for (var one : values.entrySet()) {
            address = address.replace(one.getKey(), one.getValue());
        }
        assertThat(address).as("a value for each parameter").doesNotContain(":");
        return address;
    }

    private UUID administrator(TenantId utility) {
        var id = UUID.randomUUID();
        TenantContext.runAs(
                utility,
                () -> transaction.executeWithoutResult(
                        status -> database.sql("insert into staff_member (id, email, name, role, state, created_at)"
                                        + " values (?, ?, 'Anne Martin', 'ADMINISTRATOR', 'ACTIVE', now())")
                                .params(id, id + "@exemple.fr")
                                .update()));
        return id;
    }

    /** A reading that waits for a look, and the file of the leak that it showed under the same identifier. */
    private UUID reading(TenantId utility, Payer payer) {
        var reading = UUID.randomUUID();
        TenantContext.runAs(
                utility,
                () -> transaction.executeWithoutResult(status -> {
                    var meter = new Rows(database).meter(payer.agreement());
                    database.sql(
                                    "insert into reading (id, meter_id, read_on, register_value, source, quality, recorded_at)"
                                            + " values (?, ?, ?, 90000, 'CUSTOMER', 'ACTUAL', now())")
                            .params(reading, meter, TODAY)
                            .update();
                    database.sql(
                                    "insert into reading_doubt (reading_id, doubt, read_on, litres, usual_litres, noted_at)"
                                            + " values (?, 'ABOVE_USUAL', ?, 90000, 30000, now())")
                            .params(reading, TODAY)
                            .update();
                    database.sql("insert into leak_file (id, agreement_id, used_from, read_on, litres, mean_litres,"
                                    + " is_of_zone, state, detected_at) values (?, ?, ?, ?, 90000, 30000, false,"
                                    + " 'DETECTED', now())"
                                    + " on conflict (agreement_id, read_on) do update set id = excluded.id")
                            .params(reading, payer.agreement().value(), TODAY.minusDays(180), TODAY)
                            .update();
                }));
        return reading;
    }

    /** Reminders that were sent, one of them on paper. */
    private UUID batch(TenantId utility, Payer payer) {
        var batch = UUID.randomUUID();
        TenantContext.runAs(
                utility,
                () -> transaction.executeWithoutResult(status -> {
                    database.sql(
                                    "insert into reminder_batch (id, state, day, created_at, created_by, sent_on, sent_by,"
                                            + " reminder_text) values (?, 'SENT', ?, now(), 'test', ?, 'test', 'Il reste {montant}.')")
                            .params(batch, TODAY, TODAY)
                            .update();
                    database.sql("insert into reminder_letter (id, batch_id, agreement_id, step, state, amount,"
                                    + " oldest_due, by_mail, by_paper, sent_on)"
                                    + " values (?, ?, ?, 'REMINDER', 'SENT', 20, ?, false, true, ?)")
                            .params(batch, batch, payer.agreement().value(), TODAY.minusDays(30), TODAY)
                            .update();
                }));
        return batch;
    }

    /** A billing run that waits to be validated and has set a contract aside. */
    private UUID run(TenantId utility, Payer payer) {
        var run = UUID.randomUUID();
        TenantContext.runAs(
                utility,
                () -> transaction.executeWithoutResult(status -> {
                    database.sql(
                                    "insert into billing_run (id, kind, period_from, period_until, read_until, issued_on,"
                                            + " due_on, perimeter, perimeter_of, state, seen_until, created_at, created_by)"
                                            + " values (?, 'ACTUAL', ?, ?, ?, ?, ?, 'ALL', '{}', 'SIMULATED', now(), now(), 'test')")
                            .params(run, TODAY.minusMonths(6), TODAY, TODAY, TODAY, TODAY)
                            .update();
                    database.sql("insert into billing_chunk (run_id, number, first_agreement, last_agreement, drafts,"
                                    + " parked, net_amount, vat_amount, simulated_at)"
                                    + " values (:run, 0, :agreement, :agreement, 1, 1, 100, 5.5, now())")
                            .param("run", run)
                            .param("agreement", payer.agreement().value())
                            .update();
                    database.sql("insert into billing_parked (run_id, agreement_id, reason, detail)"
                                    + " values (?, ?, 'IMPLAUSIBLE', '900000')")
                            .params(run, payer.agreement().value())
                            .update();
                }));
        return run;
    }

    /** A payment that its payer has left open at the provider. */
    private String openPayment(TenantId utility, Payer payer) {
        try (var visit = Visit.at(utility, port)) {
            visit.open(SignInWithoutAsking.path(payer.user()));
            var page = visit.open("/factures?contrat=" + payer.agreement().value());
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Payer")))
                    .first()
                    .click();
            page.waitForURL(Pattern.compile(".*/c/pay/.*"));
            page.getByText("Abandonner").click();
            page.waitForURL(Pattern.compile(".*/paiement/.*"));
            return page.url().replaceAll(".*/paiement/([^/]+).*", "$1");
        }
    }

    private Payer whoOwes(TenantId utility) {
        return TenantContext.callAs(
                utility,
                () -> transaction.execute(status -> {
                    var agreement =
                            new AgreementId(database.sql("""
                            select id from agreement where payment_method = 'ON_INVOICE' and ended_on is null
                            and (select sum(amount) from posting
                                 where account = 'RECEIVABLE' and posting.agreement_id = agreement.id) > 1
                            order by number limit 1""").query(UUID.class).single());
                    var rows = new Rows(database);
                    var user = rows.user();
                    rows.link(user, agreement);
                    return new Payer(
                            user,
                            agreement,
                            database.sql("select id from invoice where agreement_id = ? and kind <> 'CREDIT_NOTE'"
                                            + " order by issued_on desc limit 1")
                                    .param(agreement.value())
                                    .query(UUID.class)
                                    .single());
                }));
    }

    private record Payer(UserId user, AgreementId agreement, UUID invoice) {}
}
