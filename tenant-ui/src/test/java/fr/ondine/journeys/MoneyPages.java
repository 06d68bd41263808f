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
import fr.ondine.testing.Numbers;
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
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** A subscriber whose contract has invoices and payments, and what the pages say of them. */
@PortalTest
abstract class MoneyPages {

    /** Takes cards, but only for the latest invoice. */
    static final TenantId LATEST_ONLY = new TenantId("latestonly");

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

    TenantId utility = Utilities.MALESHERBOIS;
    AgreementId agreement;
    UserId subscriber;
    LocalDate today;

    @DynamicPropertySource
    static void stripe(DynamicPropertyRegistry properties) {
        SimulatedStripe.propertiesFor(STRIPE).forEach((name, value) -> properties.add(name, () -> value));
        properties.add("ondine.stripe." + LATEST_ONLY.slug() + ".secret-key", () -> "sk_test_latestonly");
        properties.add("ondine.stripe." + LATEST_ONLY.slug() + ".webhook-secret", () -> "whsec_latestonly");
    }

    @BeforeEach
    void a_subscriber_where_cards_are_taken() {
        STRIPE.open(SimulatedStripe.settings(
                utility, URI.create("http://malesherbois.localhost:" + port + "/webhooks/stripe")));
        today = in(() -> LocalDate.now(clock));
        moveTo(utility);
    }

    /** The same at another utility. */
    final void moveTo(TenantId other) {
        utility = other;
        subscriber = in(() -> new Rows(database).user());
        agreement = anotherContract();
    }

    static Locator due(Visit visit) {
        return visit.page().locator(".card.main");
    }

    static Locator payButton(Visit visit) {
        return visit.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Payer par carte"));
    }

    static Locator link(Visit visit, String name) {
        return visit.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    static Locator read(Visit visit) {
        return link(visit, "Consulter ma dernière facture");
    }

    static Locator lastInvoice(Visit visit) {
        return visit.page()
                .locator(".card")
                .filter(new Locator.FilterOptions().setHas(visit.page().getByText("Ma dernière facture")));
    }

    final Visit visit() {
        var visit = new Visit(utility, port, Visit.DESK, ColorScheme.LIGHT);
        visit.answer(SignInWithoutAsking.path(subscriber));
        return visit;
    }

    final Visit dashboard(String state) {
        var visit = visit();
        shoot(visit.open("/tableau-de-bord"), state);
        return visit;
    }

    static void shoot(Page page, String state) {
        assertThat(page.locator(".card.main")).isVisible();
        for (var width : new int[] {Visit.PHONE, Visit.DESK}) {
            page.setViewportSize(width, 800);
            Pictures.keep(
                    page,
                    new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of("target", "screenshots", "money-" + state + "-" + width + ".png")));
        }
    }

    /** One more contract of the subscriber, which is not the one that things are booked on. */
    final AgreementId anotherContract() {
        return in(() -> {
            var rows = new Rows(database);
            var contract = rows.agreement();
            rows.link(subscriber, contract);
            return contract;
        });
    }

    final void paysBy(String method) {
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
    final ReceivableId invoice(LocalDate issuedOn) {
        return in(() -> {
            var id = new Rows(database).invoice(agreement, euros("100.00"), euros("7.75"));
            var number = "2025" + Numbers.next();
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

    final void pay(ReceivableId invoice) {
        in(() -> ledger.post(payment(UUID.randomUUID(), invoice)));
    }

    /** An amount more or less than what is owed on it. */
    final void pay(ReceivableId invoice, String amount) {
        in(() -> ledger.post(LedgerEntry.payment(
                UUID.randomUUID(),
                agreement,
                Receipt.BANK,
                today.minusDays(9),
                euros(amount),
                Map.of(invoice, euros(amount)))));
    }

    final void onAccount(String amount) {
        in(() -> ledger.post(
                LedgerEntry.payment(UUID.randomUUID(), agreement, Receipt.BANK, today, euros(amount), Map.of())));
    }

    final void creditNote(LocalDate issuedOn) {
        in(() -> {
            var id = new Rows(database).invoice(agreement, euros("-20.00"), euros("-1.55"));
            database.sql("update invoice set issued_on = ?, kind = 'CREDIT_NOTE' where id = ?")
                    .params(issuedOn, id.value())
                    .update();
            return ledger.post(LedgerEntry.invoice(id, agreement, issuedOn, euros("-20.00"), euros("-1.55")));
        });
    }

    /** Paid by card, and the provider does not have the money yet. */
    final void inProgress(ReceivableId invoice) {
        in(() -> database.sql("insert into payment (id, agreement_id, invoice_id, method, provider, amount, state,"
                        + " initiated_at) values (?, ?, ?, 'CARD', 'STRIPE', 107.75, 'PROCESSING', now())")
                .params(UUID.randomUUID(), agreement.value(), invoice.value())
                .update());
    }

    /** Debited and come back, as an import books it. */
    final void sentBack(ReceivableId invoice) {
        var id = UUID.randomUUID();
        in(() -> database.sql("insert into payment (id, agreement_id, invoice_id, method, amount, state, reference,"
                        + " initiated_at, settled_at, received_on) values (?, ?, ?, 'DIRECT_DEBIT', 107.75, 'RETURNED',"
                        + " ?, now(), now(), ?)")
                .params(id, agreement.value(), invoice.value(), id.toString(), today.minusDays(9))
                .update());
        in(() -> ledger.post(payment(id, invoice)));
        in(() -> ledger.postReturn(id, euros("107.75"), today.minusDays(6)));
    }

    final LedgerEntry payment(UUID id, ReceivableId invoice) {
        Money amount = euros("107.75");
        return LedgerEntry.payment(id, agreement, Receipt.BANK, today.minusDays(9), amount, Map.of(invoice, amount));
    }

    final <T> T in(Supplier<T> work) {
        return TenantContext.callAs(utility, () -> transaction.execute(status -> work.get()));
    }
}
