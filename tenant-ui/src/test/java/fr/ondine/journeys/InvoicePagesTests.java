package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

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
import fr.ondine.testing.Numbers;
import fr.ondine.testing.Rows;
import fr.ondine.testing.StatementCount;
import fr.ondine.testing.Utilities;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a subscriber sees of the invoices of a contract. */
@PortalTest
class InvoicePagesTests {

    /** Of a whole page, the frame around it included. */
    private static final int STATEMENTS = 40;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Ledger ledger;

    @Autowired
    StatementCount statements;

    @Autowired
    Clock clock;

    private final TenantId utility = Utilities.ILEO;
    private AgreementId agreement;
    private UserId subscriber;
    private LocalDate today;

    @BeforeEach
    void a_subscriber_with_an_agreement() {
        today = in(() -> LocalDate.now(clock));
        agreement = in(() -> new Rows(database).agreement());
        subscriber = in(() -> {
            var user = new Rows(database).user();
            new Rows(database).link(user, agreement);
            return user;
        });
    }

    @Test
    void the_list_says_what_is_owed_and_the_state_of_each_invoice() {
        var paid = invoice(today.minusMonths(7), "24001000");
        pay(paid, today.minusMonths(6));
        invoice(today.minusMonths(3), "24001000");
        invoice(today.minusDays(5), "24001000");
        try (var visit = visit(Visit.DESK)) {
            var page = visit.open("/factures");

            assertThat(page.getByText("215,50 €")).isVisible();
            assertThat(page.getByText("Situation connue au")).isVisible();
            assertThat(page.locator("tbody tr")).hasCount(3);
            assertThat(page.locator(".pill").nth(0)).containsText("À payer d'ici au");
            assertThat(page.locator(".pill").nth(1)).containsText("Échéance dépassée depuis le");
            assertThat(page.locator(".pill").nth(2)).containsText("Payée le");
            // no cards are taken here
            assertThat(page.locator("tbody button")).hasCount(0);
        }
    }

    @Test
    void an_invoice_from_before_the_renumbering_says_its_old_number() {
        invoice(today.minusDays(5), "0590001A");
        try (var visit = visit(Visit.PHONE)) {
            var page = visit.open("/factures");

            assertThat(page.getByText("Ancien numéro de contrat : 059 0001 A")).isVisible();
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
        }
    }

    @Test
    void the_whole_page_takes_no_more_queries_for_many_invoices_than_for_one() {
        invoice(today.minusMonths(1), "24001000");
        try (var visit = visit(Visit.DESK)) {
            visit.open("/factures");
            var one = statements.ofRequests(() -> visit.open("/factures"));
            for (var month = 2; month < 15; month++) {
                invoice(today.minusMonths(month), "24001000");
            }

            assertThat(statements.ofRequests(() -> visit.open("/factures")))
                    .isEqualTo(one)
                    .isBetween(1, STATEMENTS);
            assertThat(visit.page().locator("tbody tr")).hasCount(12);
        }
    }

    @Test
    void the_contract_that_asks_for_money_comes_first_until_another_is_chosen() {
        var settled = agreement;
        agreement = in(() -> new Rows(database).agreement());
        in(() -> {
            new Rows(database).link(subscriber, agreement);
            return database.sql("update premise set street = '9 rue Zola' where id = (select premise_id"
                            + " from service_point join agreement on service_point.id = service_point_id"
                            + " where agreement.id = ?)")
                    .param(agreement.value())
                    .update();
        });
        invoice(today.minusDays(5), "24001000");
        try (var visit = visit(Visit.DESK)) {
            assertThat(visit.open("/factures").locator("tbody tr")).hasCount(1);
            assertThat(visit.open("/factures?contrat=" + settled.value()).locator("tbody tr"))
                    .hasCount(0);
        }
    }

    @Test
    void more_invoices_are_shown_when_asked_for() {
        for (var month = 0; month < 15; month++) {
            invoice(today.minusMonths(month), "24001000");
        }
        try (var visit = visit(Visit.DESK)) {
            var page = visit.open("/factures");
            assertThat(page.locator("tbody tr")).hasCount(12);

            var more = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Voir plus de factures"));
            more.click();

            assertThat(page.locator("tbody tr")).hasCount(15);
            assertThat(more).isHidden();
        }
    }

    @Test
    void a_contract_without_an_invoice_says_when_the_first_one_comes() {
        try (var visit = visit(Visit.DESK)) {
            assertThat(visit.open("/factures").getByText("Pas encore de facture"))
                    .isVisible();
        }
    }

    @Test
    void the_paper_is_shown_in_the_browser_to_its_holder_only() {
        var invoice = invoice(today.minusDays(5), "24001000");
        var path = "/factures/" + invoice.value() + ".pdf";
        try (var visit = visit(Visit.DESK)) {
            var pdf = fetched(visit, path);
            assertThat(pdf)
                    .containsEntry("status", 200)
                    .containsEntry("content-type", "application/pdf")
                    .containsEntry("x-content-type-options", "nosniff")
                    .containsEntry("start", "%PDF-");
            assertThat((String) pdf.get("content-disposition")).startsWith("inline; filename=");
        }
        subscriber = in(() -> new Rows(database).user());
        try (var stranger = visit(Visit.DESK)) {
            assertThat(fetched(stranger, path)).containsEntry("status", 404).doesNotContainEntry("start", "%PDF-");
            assertThat(stranger.answer(path).status()).isEqualTo(404);
            assertThat(stranger.page().getByRole(AriaRole.HEADING)).hasText("Cette page n'existe pas");
        }
    }

    @Test
    @Tag("long")
    void nothing_is_found_fault_with_by_axe() {
        invoice(today.minusMonths(3), "0590001A");
        for (var colours : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            try (var visit = signedIn(new Visit(utility, port, Visit.PHONE, colours))) {
                Axe.assertClean(visit.open("/factures"));
            }
        }
    }

    private Visit visit(int width) {
        return signedIn(new Visit(utility, port, width, ColorScheme.LIGHT));
    }

    private Visit signedIn(Visit visit) {
        visit.answer(SignInWithoutAsking.path(subscriber));
        return visit;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fetched(Visit visit, String path) {
        return (Map<String, Object>) visit.open("/factures").evaluate("""
                async path => {
                    const answer = await fetch(path);
                    const text = await answer.text();
                    return {...Object.fromEntries(answer.headers), status: answer.status, start: text.slice(0, 5)};
                }""", path);
    }

    private ReceivableId invoice(LocalDate issuedOn, String billedAs) {
        return in(() -> {
            var id = new Rows(database).invoice(agreement, euros("100.00"), euros("7.75"));
            database.sql("update invoice set issued_on = ?, due_on = ?, period_from = ?, period_to = ?,"
                            + " agreement_number = ?, number = ? where id = ?")
                    .params(
                            issuedOn,
                            issuedOn.plusMonths(1),
                            issuedOn.minusMonths(6),
                            issuedOn.minusDays(1),
                            billedAs,
                            "F26" + Numbers.next(),
                            id.value())
                    .update();
            ledger.post(LedgerEntry.invoice(id, agreement, issuedOn, euros("100.00"), euros("7.75")));
            return id;
        });
    }

    private void pay(ReceivableId invoice, LocalDate day) {
        in(() -> ledger.post(LedgerEntry.payment(
                UUID.randomUUID(), agreement, Receipt.BANK, day, euros("107.75"), Map.of(invoice, euros("107.75")))));
    }

    private static Money euros(String amount) {
        return Money.euros(amount);
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(utility, () -> transaction.execute(status -> work.get()));
    }
}
