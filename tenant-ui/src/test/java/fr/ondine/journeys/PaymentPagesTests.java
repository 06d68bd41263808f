package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.stripe.net.Webhook;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.payments.CardPayments;
import fr.ondine.platform.payments.Payer;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.receivables.Receipt;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.simulators.stripe.StripeSimulator;
import fr.ondine.testing.Rows;
import fr.ondine.testing.SimulatedStripe;
import fr.ondine.testing.Utilities;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** To the provider's page and back, in a browser; the webhooks come to the portal's own hosts. */
@PortalTest
@ExtendWith(NothingPersonalIsLogged.class)
class PaymentPagesTests {

    static final String WEBHOOKS = "/webhooks/stripe";
    static final StripeSimulator STRIPE = StripeSimulator.start(0);

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Ledger ledger;

    @Autowired
    CardPayments payments;

    private TenantId utility = Utilities.SIEGVO;
    private AgreementId agreement;
    private UserId subscriber;
    private ReceivableId invoice;

    @DynamicPropertySource
    static void stripe(DynamicPropertyRegistry properties) {
        SimulatedStripe.propertiesFor(STRIPE).forEach((name, value) -> properties.add(name, () -> value));
    }

    static Stream<TenantId> utilities() {
        return Stream.of(Utilities.SIEGVO, Utilities.MALESHERBOIS, Utilities.ILEO);
    }

    @BeforeEach
    void accounts_whose_webhooks_come_to_the_portals() {
        utilities()
                .forEach(tenant -> STRIPE.open(SimulatedStripe.settings(
                        tenant, URI.create("http://" + tenant.slug() + ".localhost:" + port + "/webhooks/stripe"))));
    }

    @Test
    void an_invoice_is_paid_by_card() {
        isPaidByCard(Utilities.SIEGVO);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("utilities")
    void an_invoice_is_paid_by_card_at_each_utility(TenantId where) {
        isPaidByCard(where);
    }

    private void isPaidByCard(TenantId where) {
        utility = where;
        try (var visit = aPayerAt(Visit.PHONE)) {
            var page = toTheProvider(visit);
            assertThat(page.locator("h1")).containsText("94,95");
            Axe.assertClean(page);

            pay(page, "4242 4242 4242 4242");

            assertThat(page.getByText("Paiement reçu")).isVisible();
            Axe.assertClean(page);
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            page.getByText("Revenir à mes factures").click();
            assertThat(page).hasURL(Pattern.compile(".*/factures\\?contrat=" + agreement.value()));
            assertThat(page.locator(".pill").first()).containsText("Payée");
            assertThat(visit.open("/tableau-de-bord").getByText("Rien à payer")).isVisible();
        }
        assertThat(in(() -> ledger.balance(invoice))).isEqualTo(Money.zero());
    }

    @Tag("long")
    @Test
    void an_invoice_is_paid_from_the_list_and_then_no_more() {
        try (var visit = aPayerAt(Visit.PHONE)) {
            var list = visit.open("/factures");
            var pay = list.getByRole(
                    AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Payer la facture")));
            pay.click();
            list.locator("h1:has-text('94,95')").waitFor();
            pay(list, "4242424242424242");
            assertThat(list.getByText("Paiement reçu")).isVisible();

            assertThat(visit.open("/factures").locator(".pill").first()).containsText("Payée");
            assertThat(pay).hasCount(0);
        }
    }

    @Test
    @Tag("long")
    void list_dashboard_and_payment_ask_for_the_same_when_money_lies_on_account() {
        try (var visit = aPayerAt(Visit.DESK)) {
            onAccount("50.00");
            assertThat(visit.open("/factures").locator(".card.main")).containsText("44,95");
            assertThat(visit.page().locator("tbody tr")).containsText("Il reste 44,95");
            assertThat(visit.open("/tableau-de-bord").locator(".card.main")).containsText("44,95");

            var page = toTheProvider(visit);

            assertThat(page.locator("h1")).containsText("44,95");
        }
    }

    @Test
    @Tag("long")
    void what_money_on_account_covers_has_no_button_anywhere() {
        try (var visit = aPayerAt(Visit.DESK)) {
            onAccount("94.95");

            assertThat(visit.open("/factures").locator(".pill")).hasText("Réglée");
            assertThat(visit.page().locator("tbody button")).hasCount(0);
            assertThat(visit.open("/tableau-de-bord").locator(".card.main")).containsText("Rien à payer");
            assertThat(visit.page().getByRole(AriaRole.BUTTON, named("Payer par carte")))
                    .hasCount(0);
        }
    }

    @Tag("long")
    @Test
    void who_gives_up_has_paid_nothing_and_can_begin_anew() {
        try (var visit = aPayerAt(Visit.DESK)) {
            var page = toTheProvider(visit);

            page.getByText("Abandonner et revenir au portail").click();

            assertThat(page.getByText("Paiement abandonné")).isVisible();
            Axe.assertClean(page);
            page.getByRole(AriaRole.BUTTON, named("Recommencer le paiement")).click();
            pay(page, "4242424242424242");
            assertThat(page.getByText("Paiement reçu")).isVisible();
        }
    }

    @Test
    @Tag("long")
    void who_gave_up_and_has_paid_otherwise_since_is_not_led_to_pay_again() {
        try (var visit = aPayerAt(Visit.DESK)) {
            var page = toTheProvider(visit);
            page.getByText("Abandonner et revenir au portail").click();
            assertThat(page.getByText("Votre facture reste à payer.")).isVisible();
            onAccount("94.95");

            page.reload();

            assertThat(page.getByText("Cette facture n'est plus à payer ici.")).isVisible();
            assertThat(page.getByRole(AriaRole.BUTTON, named("Recommencer le paiement")))
                    .hasCount(0);
            assertThat(page.getByText("Revenir à mes factures")).isVisible();
        }
    }

    @Test
    void a_refused_card_may_be_replaced_and_a_bank_may_ask() {
        try (var visit = aPayerAt(Visit.DESK)) {
            var page = toTheProvider(visit);

            pay(page, "4000000000000002");
            assertThat(page.getByText("Votre carte a été refusée.")).isVisible();
            pay(page, "4000002500003155");
            Axe.assertClean(page);
            page.getByText("Refuser").click();
            assertThat(page.getByText("Votre banque n'a pas pu vous authentifier."))
                    .isVisible();
            pay(page, "4000002500003155");
            page.getByText("Confirmer le paiement").click();

            assertThat(page.getByText("Paiement reçu")).isVisible();
        }
    }

    @Test
    void a_payment_in_progress_becomes_paid_before_the_payers_eyes() {
        try (var visit = aPayerAt(Visit.DESK)) {
            var page = toTheProvider(visit);
            var session = page.url().replaceAll(".*/", "");

            pay(page, "4000000000000077");
            assertThat(page.getByText("Paiement en cours")).isVisible();
            Axe.assertClean(page);
            STRIPE.conclude(session, true);

            assertThat(page.getByText("Paiement reçu")).isVisible();
        }
    }

    @Tag("long")
    @Test
    void the_page_of_a_payment_is_its_payers_alone() {
        String path;
        try (var visit = aPayerAt(Visit.DESK)) {
            var page = toTheProvider(visit);
            page.getByText("Abandonner et revenir au portail").click();
            assertThat(page.getByText("Paiement abandonné")).isVisible();
            path = URI.create(page.url()).getPath();
        }
        try (var stranger = aPayerAt(Visit.DESK)) {
            assertThat(stranger.open(path).getByText("Cette page n'existe pas")).isVisible();
        }
    }

    @Test
    void a_webhook_is_taken_at_its_own_utilitys_host_only_and_only_signed() throws GeneralSecurityException {
        var event = "{\"id\": \"evt_door\", \"type\": \"charge.updated\", \"livemode\": false}";
        var secret = SimulatedStripe.webhookSecret(Utilities.SIEGVO);
        var signature = "Stripe-Signature: " + Webhook.Signature.generateSignatureHeader(event, secret);
        var http = new RawHttp(port);

        assertThat(http.post("siegvo.localhost", WEBHOOKS, event).status()).isEqualTo(400);
        assertThat(http.post("malesherbois.localhost", WEBHOOKS, event, signature)
                        .status())
                .isEqualTo(400);
        assertThat(http.post("localhost", WEBHOOKS, event, signature).status()).isEqualTo(421);
        assertThat(http.get("siegvo.localhost", WEBHOOKS).status()).isEqualTo(405);
        assertThat(http.post("siegvo.localhost", WEBHOOKS, event, signature).status())
                .isEqualTo(200);
    }

    @Test
    void a_webhook_about_another_utilitys_payment_changes_nothing_at_either() {
        utility = Utilities.MALESHERBOIS;
        owe();
        var theirs = STRIPE.account(SimulatedStripe.account(utility));
        theirs.webhooks().hold();
        var page = TenantContext.callAs(
                utility, () -> payments.start(new Payer(subscriber, utility.slug() + ".localhost"), invoice));
        STRIPE.pay(page.getPath().replaceAll(".*/", ""), "4242424242424242");
        var payment = in(() -> ids("select id from payment where invoice_id = ?", invoice.value()))
                .getFirst();

        assertThat(tell(Utilities.SIEGVO, paid("evt_account", SimulatedStripe.account(utility), payment)))
                .isEqualTo(400);
        assertThat(tell(Utilities.SIEGVO, paid("evt_" + payment, "", payment))).isEqualTo(200);

        utility = Utilities.SIEGVO;
        await().until(() -> in(() -> ids(
                                "select id from webhook_event where event_id = ? and handled_at is not null",
                                "evt_" + payment))
                        .size()
                == 1);
        assertThat(in(() -> ids("select id from webhook_event where event_id = ?", "evt_account")))
                .isEmpty();
        assertThat(in(() -> ids("select id from payment where id = ?", payment)))
                .isEmpty();
        utility = Utilities.MALESHERBOIS;
        assertThat(in(() -> ledger.balance(invoice))).isEqualTo(Money.euros("94.95"));

        theirs.webhooks().release(false);
        await().untilAsserted(
                        () -> assertThat(in(() -> ledger.balance(invoice))).isEqualTo(Money.zero()));
    }

    private List<UUID> ids(String sql, Object parameter) {
        return database.sql(sql).param(parameter).query(UUID.class).list();
    }

    /** What Stripe says of a payment, with the account that it names, if any. */
    private static String paid(String event, String account, UUID payment) {
        return """
                {"id": "%s", "account": %s, "type": "checkout.session.completed", "livemode": false, "data": {"object":
                {"client_reference_id": "%s", "status": "complete"}}}""".formatted(event, account.isEmpty() ? "null" : "\"" + account + "\"", payment);
    }

    /** What a utility's host answers to an event that is signed with that utility's secret. */
    private int tell(TenantId at, String event) {
        try {
            var signature = Webhook.Signature.generateSignatureHeader(event, SimulatedStripe.webhookSecret(at));
            return new RawHttp(port)
                    .post(at.slug() + ".localhost", WEBHOOKS, event, "Stripe-Signature: " + signature)
                    .status();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void owe() {
        in(() -> {
            var rows = new Rows(database);
            agreement = rows.agreement();
            subscriber = rows.user();
            rows.link(subscriber, agreement);
            invoice = rows.invoice(agreement, Money.euros("90.00"), Money.euros("4.95"));
            return ledger.post(LedgerEntry.invoice(
                    invoice, agreement, LocalDate.of(2026, 1, 15), Money.euros("90.00"), Money.euros("4.95")));
        });
    }

    private void onAccount(String amount) {
        in(() -> ledger.post(LedgerEntry.payment(
                UUID.randomUUID(), agreement, Receipt.BANK, LocalDate.of(2026, 2, 1), Money.euros(amount), Map.of())));
    }

    private Visit aPayerAt(int width) {
        owe();
        var visit = new Visit(utility, port, width, ColorScheme.LIGHT);
        visit.page().setDefaultTimeout(10_000);
        visit.open(SignInWithoutAsking.path(subscriber));
        return visit;
    }

    private static Page toTheProvider(Visit visit) {
        var page = visit.open("/tableau-de-bord");
        page.getByRole(AriaRole.BUTTON, named("Payer par carte")).click();
        page.waitForURL(Pattern.compile(".*/c/pay/.*"));
        return page;
    }

    private static void pay(Page page, String card) {
        page.getByLabel("Numéro de carte").fill(card);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Payer")))
                .click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(utility, () -> transaction.execute(status -> work.get()));
    }
}
