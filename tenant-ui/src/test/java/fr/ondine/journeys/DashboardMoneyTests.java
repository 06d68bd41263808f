package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.ondine.platform.kernel.Money.euros;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.Money;
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
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** What the first page says of money, and that the list of invoices says the same. */
@PortalTest
class DashboardMoneyTests {

    static final TenantId UTILITY = Utilities.MALESHERBOIS;
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
    Clock clock;

    private AgreementId agreement;
    private UserId subscriber;
    private LocalDate today;

    @DynamicPropertySource
    static void stripe(DynamicPropertyRegistry properties) {
        SimulatedStripe.propertiesFor(STRIPE).forEach((name, value) -> properties.add(name, () -> value));
    }

    @BeforeEach
    void a_subscriber_where_cards_are_taken() {
        STRIPE.open(SimulatedStripe.settings(
                UTILITY, URI.create("http://malesherbois.localhost:" + port + "/webhooks/stripe")));
        today = in(() -> LocalDate.now(clock));
        agreement = in(() -> new Rows(database).agreement());
        subscriber = in(() -> new Rows(database).user());
        link();
    }

    @Test
    void an_old_debt_is_asked_for_however_many_invoices_were_paid_since() {
        invoice(today.minusYears(3));
        for (var month = 0; month < 13; month++) {
            pay(invoice(today.minusMonths(month)));
        }
        try (var visit = dashboard("old-debt")) {
            assertThat(due(visit)).containsText("À payer");
            assertThat(due(visit)).containsText("107,75");
            assertThat(due(visit)).not().containsText("Rien à payer");
            assertThat(payButton(visit)).isVisible();
            assertThat(lastInvoice(visit)).containsText("Payée le");
        }
    }

    @Test
    void where_all_is_paid_nothing_is_asked_and_the_last_invoice_can_be_read() {
        pay(invoice(today.minusDays(20)));
        try (var visit = dashboard("settled")) {
            assertThat(due(visit)).containsText("Rien à payer");
            assertThat(payButton(visit)).hasCount(0);
            assertThat(lastInvoice(visit)).containsText("Payée le");
            assertThat(lastInvoice(visit)).containsText("107,75");
            assertThat(read(visit)).hasAttribute("href", Pattern.compile("/factures/.*\\.pdf"));
            Axe.assertClean(visit.page());
        }
    }

    @Test
    void one_invoice_to_pay_is_paid_from_here_and_read_from_here() {
        invoice(today.minusDays(5));
        try (var visit = dashboard("single")) {
            assertThat(payButton(visit)).isVisible();
            assertThat(lastInvoice(visit)).containsText("À payer d'ici au");
            assertThat(read(visit)).isVisible();
        }
    }

    @Test
    void several_invoices_to_pay_are_summed_and_the_last_can_be_read() {
        invoice(today.minusMonths(7));
        invoice(today.minusDays(5));
        try (var visit = dashboard("several")) {
            assertThat(due(visit)).containsText("215,50");
            assertThat(due(visit)).containsText("2 factures à payer");
            assertThat(link(visit, "Voir et payer mes factures")).isVisible();
            assertThat(lastInvoice(visit)).containsText("À payer d'ici au");
            assertThat(read(visit)).isVisible();
        }
    }

    @Test
    void what_is_debited_is_not_asked_for_here_nor_in_the_list() {
        paysBy("DIRECT_DEBIT");
        invoice(today.minusDays(5));
        invoice(today.minusDays(12));
        try (var visit = dashboard("debited")) {
            assertThat(due(visit)).containsText("Rien à faire");
            assertThat(due(visit)).containsText("Prélèvement de 107,75");
            assertThat(due(visit)).not().containsText("À payer");
            assertThat(link(visit, "Voir et payer mes factures")).hasCount(0);
            Axe.assertClean(visit.page());

            assertThat(visit.open("/factures").locator("tbody button")).hasCount(0);
            assertThat(visit.page().locator("tbody .pill").first()).containsText("Prélèvement le");
            assertThat(visit.page().locator("main")).not().containsText("Reste à payer");
        }
    }

    @Test
    void a_debit_that_came_back_is_asked_for_and_the_next_one_is_told_beside_it() {
        paysBy("DIRECT_DEBIT");
        sentBack(invoice(today.minusMonths(3)));
        invoice(today.minusDays(5));
        try (var visit = dashboard("sent-back")) {
            assertThat(due(visit)).containsText("À payer");
            assertThat(due(visit).locator(".amount")).containsText("107,75");
            assertThat(due(visit)).containsText("Prélèvement de 107,75");
            assertThat(payButton(visit)).isVisible();
            assertThat(visit.open("/factures").locator("tbody button")).hasCount(1);
        }
    }

    @Test
    void who_pays_monthly_on_schedule_has_nothing_to_do() {
        paysBy("INSTALMENTS");
        invoice(today.minusMonths(2));
        try (var visit = dashboard("instalments")) {
            assertThat(due(visit)).containsText("Rien à faire");
            assertThat(due(visit)).containsText("Mensualités en cours");
            assertThat(due(visit)).containsText("Il reste 107,75");
            assertThat(due(visit)).not().containsText("Échéance dépassée");
            assertThat(payButton(visit)).hasCount(0);
            Axe.assertClean(visit.page());

            assertThat(visit.open("/factures").locator("tbody .pill")).hasText("Mensualités en cours");
            assertThat(visit.page().locator("tbody button")).hasCount(0);
        }
    }

    @Test
    void who_pays_monthly_and_was_sent_back_twice_is_asked_for_the_rest() {
        paysBy("INSTALMENTS");
        var invoice = invoice(today.minusMonths(2));
        sentBack(invoice);
        sentBack(invoice);
        try (var visit = dashboard("instalments-sent-back")) {
            assertThat(due(visit)).containsText("Échéance dépassée");
            assertThat(payButton(visit)).isVisible();
        }
    }

    @Test
    void what_the_utility_owes_is_said() {
        pay(invoice(today.minusDays(20)));
        in(() -> ledger.post(
                LedgerEntry.payment(UUID.randomUUID(), agreement, Receipt.BANK, today, euros("12.00"), Map.of())));
        try (var visit = dashboard("credit")) {
            assertThat(due(visit)).containsText("vous doit");
            assertThat(due(visit)).containsText("12,00");
        }
    }

    @Test
    void another_contract_that_owes_is_one_line_that_leads_there() {
        var chosen = agreement;
        agreement = in(() -> new Rows(database).agreement());
        link();
        invoice(today.minusDays(5));
        var other = agreement;
        try (var visit = visit()) {
            var page = visit.open("/tableau-de-bord?contrat=" + chosen.value());
            shoot(page, "elsewhere");
            assertThat(due(visit)).containsText("Rien à payer");
            assertThat(page.getByText("Il reste aussi 107,75")).isVisible();
            page.getByText("Voir ce contrat").click();

            page.waitForURL("**/tableau-de-bord?contrat=" + other.value());
            assertThat(due(visit)).containsText("À payer");
            assertThat(page.getByText("Il reste aussi")).hasCount(0);
        }
    }

    private static Locator due(Visit visit) {
        return visit.page().locator(".card.main");
    }

    private static Locator payButton(Visit visit) {
        return visit.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Payer par carte"));
    }

    private static Locator link(Visit visit, String name) {
        return visit.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator read(Visit visit) {
        return link(visit, "Consulter ma dernière facture");
    }

    private static Locator lastInvoice(Visit visit) {
        return visit.page()
                .locator(".card")
                .filter(new Locator.FilterOptions().setHas(visit.page().getByText("Ma dernière facture")));
    }

    private Visit visit() {
        var visit = new Visit(UTILITY, port, Visit.DESK, ColorScheme.LIGHT);
        visit.answer(SignInWithoutAsking.path(subscriber));
        return visit;
    }

    private Visit dashboard(String state) {
        var visit = visit();
        shoot(visit.open("/tableau-de-bord"), state);
        return visit;
    }

    private static void shoot(Page page, String state) {
        assertThat(page.locator(".card.main")).isVisible();
        for (var width : new int[] {Visit.PHONE, Visit.DESK}) {
            page.setViewportSize(width, 800);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target", "screenshots", "money-" + state + "-" + width + ".png")));
        }
    }

    private void link() {
        in(() -> {
            new Rows(database).link(subscriber, agreement);
            return agreement;
        });
    }

    private void paysBy(String method) {
        in(() -> database.sql("update agreement set payment_method = ? where id = ?")
                .params(method, agreement.value())
                .update());
        in(() -> database.sql("insert into mandate (id, agreement_id, reference, creditor, holder, iban, iban_masked,"
                        + " bank, signed_on) values (?, ?, ?, 'FR48ZZZ227807', 'Martin', '\\x00', 'FR76 •••• 0017',"
                        + " 'Crédit agricole', ?)")
                .params(UUID.randomUUID(), agreement.value(), UUID.randomUUID().toString(), today.minusYears(1))
                .update());
    }

    /** Due a month after its issue. */
    private ReceivableId invoice(LocalDate issuedOn) {
        return in(() -> {
            var id = new Rows(database).invoice(agreement, euros("100.00"), euros("7.75"));
            var number = "2025%06d".formatted(Math.floorMod(id.value().hashCode(), 999_999));
            database.sql("update invoice set issued_on = ?, due_on = ?, period_from = ?, period_to = ?, number = ?"
                            + " where id = ?")
                    .params(
                            issuedOn,
                            issuedOn.plusMonths(1),
                            issuedOn.minusMonths(6),
                            issuedOn.minusDays(1),
                            number,
                            id.value())
                    .update();
            ledger.post(LedgerEntry.invoice(id, agreement, issuedOn, euros("100.00"), euros("7.75")));
            return id;
        });
    }

    private void pay(ReceivableId invoice) {
        in(() -> ledger.post(payment(UUID.randomUUID(), invoice)));
    }

    /** Debited and come back, as an import books it. */
    private void sentBack(ReceivableId invoice) {
        var id = UUID.randomUUID();
        in(() -> database.sql("insert into payment (id, agreement_id, invoice_id, method, amount, state, reference,"
                        + " initiated_at, settled_at, received_on) values (?, ?, ?, 'DIRECT_DEBIT', 107.75, 'RETURNED',"
                        + " ?, now(), now(), ?)")
                .params(id, agreement.value(), invoice.value(), id.toString(), today.minusDays(9))
                .update());
        in(() -> ledger.post(payment(id, invoice)));
        in(() -> ledger.postReturn(id, euros("107.75"), today.minusDays(6)));
    }

    private LedgerEntry payment(UUID id, ReceivableId invoice) {
        Money amount = euros("107.75");
        return LedgerEntry.payment(id, agreement, Receipt.BANK, today.minusDays(9), amount, Map.of(invoice, amount));
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(UTILITY, () -> transaction.execute(status -> work.get()));
    }
}
