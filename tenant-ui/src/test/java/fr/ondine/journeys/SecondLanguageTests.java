package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.TenantProvisioning;
import fr.ondine.testing.Rows;
import fr.ondine.testing.Utilities;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A second language is a matter of files (in the test's resources) and of a utility's configuration, not of code. */
@PortalTest
class SecondLanguageTests {

    private static final Money NET = Money.euros("1200.00");
    private static final Money VAT = Money.euros("66.00");

    @LocalServerPort
    int port;

    @Autowired
    TenantProvisioning provisioning;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Ledger ledger;

    @Autowired
    Clock clock;

    @Test
    void a_page_speaks_the_language_that_the_utility_configured() {
        var english = provisioning.provision(
                Utilities.like(Utilities.ILEO, "english").replace("languages: [fr]", "languages: [en]"));
        var due = LocalDate.now(clock).plusDays(20);
        try (var visit = Visit.at(english, port)) {
            visit.answer(SignInWithoutAsking.path(inDebt(english, due)));
            var page = visit.open("/factures");

            assertThat(page.locator("html")).hasAttribute("lang", "en");
            assertThat(page.getByRole(AriaRole.HEADING).first()).hasText("My invoices");
            assertThat(page.getByText("€1,266.00").first()).isVisible();
            var row = page.locator("tbody tr");
            assertThat(row).containsText("1 January to 30 June 2025");
            assertThat(row).containsText("To be paid by " + written(due));
            // what nobody translated is still said
            assertThat(row).containsText("Facture (PDF)");
        }
    }

    @Test
    void a_browser_that_asks_for_it_does_not_change_the_words_of_another_utility() {
        try (var visit = Visit.at(Utilities.ILEO, port)) {
            visit.page().setExtraHTTPHeaders(java.util.Map.of("Accept-Language", "en"));
            visit.answer(SignInWithoutAsking.path(inDebt(Utilities.ILEO, LocalDate.now(clock))));

            var page = visit.open("/factures");
            assertThat(page.locator("html")).hasAttribute("lang", "fr");
            assertThat(page.getByRole(AriaRole.HEADING).first()).hasText("Mes factures");
            assertThat(page.locator("tbody tr")).containsText("Du 1er janvier au 30 juin 2025");
        }
    }

    private UserId inDebt(TenantId utility, LocalDate due) {
        return TenantContext.callAs(
                utility,
                () -> transaction.execute(status -> {
                    var rows = new Rows(database);
                    var agreement = rows.agreement();
                    var invoice = rows.invoice(agreement, NET, VAT);
                    database.sql("update invoice set due_on = ?, period_from = '2025-01-01', period_to = '2025-06-30'"
                                    + " where id = ?")
                            .params(due, invoice.value())
                            .update();
                    ledger.post(LedgerEntry.invoice(invoice, agreement, due.minusDays(30), NET, VAT));
                    var user = rows.user();
                    rows.link(user, agreement);
                    return user;
                }));
    }

    private static String written(LocalDate day) {
        return java.time.format.DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH)
                .format(day);
    }
}
