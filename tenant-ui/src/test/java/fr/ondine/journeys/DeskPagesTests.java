package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.ondine.journeys.AtTheDesk.link;
import static fr.ondine.journeys.AtTheDesk.press;
import static fr.ondine.platform.kernel.Money.euros;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.credits.CreditNotes;
import fr.ondine.platform.credits.CreditOrder;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.receivables.Receipt;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.Rows;
import fr.ondine.testing.StatementCount;
import fr.ondine.testing.Utilities;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody of the staff finds a contract from anywhere, looks at its account and its invoices, and takes one back. */
@PortalTest
class DeskPagesTests {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Paris"));

    /** Of a whole page, the frame around it included. */
    private static final int STATEMENTS = 31;

    private TenantId utility = fresh();
    private final UUID anne = UUID.randomUUID();

    @LocalServerPort
    int port;

    @Autowired
    Fleet fleet;

    @Autowired
    Tenants tenants;

    @Autowired
    Ledger ledger;

    @Autowired
    CreditNotes credits;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    StatementCount statements;

    @BeforeEach
    void a_utility_with_an_administrator_and_two_contracts() {
        prepare(Utilities.SIEGVO);
    }

    private void prepare(TenantId model) {
        fleet.add(Utilities.like(model, utility.slug()), "operator:test");
        tenants.refresh();
        in(() -> {
            run(
                    "insert into staff_member (id, email, name, role, state, created_at)"
                            + " values (?, ?, 'Anne Martin', 'ADMINISTRATOR', 'ACTIVE', now())",
                    anne,
                    anne + "@exemple.fr");
            contract("200000123", "Élodie", "Lefèvre", "12 rue des Lilas");
            contract("200000124", "Marc", "Lefèvre-Dubois", "14 rue des Lilas");
        });
    }

    @ParameterizedTest
    @MethodSource("fr.ondine.journeys.Visit#widths")
    void a_contract_is_found_from_anywhere_and_its_invoice_is_taken_back_in_part(int width) {
        in(() -> {
            var agreement = named("200000123");
            var older = invoice(agreement, "2025000041", TODAY.minusMonths(8), true);
            pay(agreement, older, TODAY.minusMonths(7));
            invoice(agreement, "2026000007", TODAY.minusDays(12), false);
        });
        try (var visit = new Visit(utility, port, width, ColorScheme.LIGHT)) {
            visit.open(SignInWithoutAsking.administrator(anne));
            var page = visit.open("/gestion/tarifs");
            page.locator("main h1").click();
            page.keyboard().press("/");
            assertThat(page.locator("#q")).isFocused();
            page.keyboard().type("rue des lilas");
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/gestion/recherche\\?q=rue.*"));
            assertThat(page.locator("main tbody tr")).hasCount(2);
            look(page, "recherche", width);
            page.locator("#q").fill("lefevre elo");
            page.keyboard().press("Enter");
            assertThat(page.locator("main tbody tr")).hasCount(1);
            page.locator("#q").fill("zzz");
            page.keyboard().press("Enter");
            assertThat(page.getByText("Rien ne correspond à « zzz »").first()).isVisible();
            look(page, "recherche-rien", width);

            page.locator("#q").fill("20 0000 123");
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/gestion/comptes/.*"));
            assertThat(page.locator("main h1")).containsText("20 0000 123");
            assertThat(page.locator(".amount")).hasText("126,60 €");
            assertThat(page.locator("main .card:has-text('Relevé de compte') tbody tr"))
                    .hasCount(3);
            look(page, "compte", width);

            page.locator(".card.main tbody a").click();
            page.waitForURL(Pattern.compile(".*/gestion/factures/[0-9a-f-]+"));
            assertThat(page.getByText("Distribution de l'eau : 120,00 € HT")).isVisible();
            assertThat(page.getByText("44,67 € pour 365")).isVisible();
            look(page, "facture", width);

            link(page, "Faire un avoir…");
            page.waitForURL(Pattern.compile(".*/avoir"));
            page.locator("#etendue").selectOption("1");
            page.locator("#ligne-0").fill("douze");
            page.locator("#ligne-1").fill("20,01");
            press(page, "Voir l'effet");
            assertThat(page.locator("#ligne-0-error")).containsText("n'est pas un montant");
            assertThat(page.locator("#ligne-1-error")).containsText("Il ne reste que 20,00 €");
            page.locator("#ligne-0").fill("30");
            page.locator("#ligne-1").fill("");
            press(page, "Voir l'effet");
            assertThat(page.locator("#motif-error")).containsText("Indiquez le motif");
            assertThat(page.locator("#ligne-0")).hasValue("30");
            look(page, "avoir-refuse", width);
            page.locator("#motif").fill("Fuite après compteur");
            press(page, "Voir l'effet");
            assertThat(page.locator(".card.main .amount")).hasText("31,65 €");
            assertThat(page.locator(".card.main tbody tr").first()).containsText("94,95 €");
            look(page, "avoir-effet", width);
            takenBackByAColleague("2026000007", Map.of(1, euros("20.00")));
            press(page, "Émettre l'avoir de 31,65 €");
            assertThat(page.getByText("corrigée entre-temps par quelqu'un d'autre"))
                    .isVisible();
            assertThat(page.locator(".card.main tbody tr").first()).containsText("73,85 €");
            look(page, "avoir-entre-temps", width);
            press(page, "Émettre l'avoir de 31,65 €");
            assertThat(page.getByText("Le contrat doit maintenant 73,85 €")).isVisible();
            assertThat(page.getByText("Fuite après compteur")).isVisible();
            look(page, "avoir", width);
            page.locator("main dl a", new Page.LocatorOptions().setHasText("2026-000007"))
                    .click();
            assertThat(page.getByText("Reste après avoirs")).isVisible();

            visit.open("/gestion/factures");
            assertThat(page.locator("main tbody tr")).hasCount(4);
            look(page, "factures", width);
            page.locator("#nature").selectOption("6");
            press(page, "Filtrer");
            page.waitForURL(Pattern.compile(".*nature=avoir.*"));
            assertThat(page.locator("main tbody tr")).hasCount(2);
            page.locator("#recherche").fill("personne");
            press(page, "Filtrer");
            assertThat(page.getByText("Aucune facture ne correspond")).isVisible();
            visit.open("/gestion/factures?etat=ouvertes&recherche=lefevre");
            assertThat(page.locator("#recherche")).hasValue("lefevre");
            assertThat(page.locator("main tbody tr")).hasCount(1);
            page.locator("main tbody a").first().click();
            link(page, "Toutes les factures");
            page.waitForURL(Pattern.compile(".*/gestion/factures\\?.*recherche=lefevre.*"));
            assertThat(page.locator("main tbody tr")).hasCount(1);

            visit.open("/gestion/factures?apres=1999-01-01_1");
            link(page, "Revenir au début");
            assertThat(page.locator("main tbody tr")).hasCount(4);

            page.locator("main tbody tr").first().locator("a").click();
            page.locator("main dl a[href*='/comptes/']").first().click();
            for (var task : new String[] {"Noter un relevé", "Corriger le nom ou l'adresse"}) {
                link(page, task);
                link(page, "Revenir au compte");
                assertThat(page.locator("main h1")).containsText("20 0000 123");
            }
        }
    }

    @Test
    void a_town_hall_is_noted_with_its_numbers_and_what_is_wrong_is_said_beside_each() {
        var agreement = TenantContext.callAs(utility, () -> transaction.execute(status -> named("200000123")));
        try (var visit = Visit.at(utility, port)) {
            visit.open(SignInWithoutAsking.administrator(anne));
            var page = visit.open("/gestion/titulaire?contrat=" + agreement.value());
            assertThat(page.locator("#siren")).isHidden();
            page.locator("#acheteur").selectOption("2");
            for (var wrong : Map.of(
                            "siren", "215799991",
                            "siret", "21579999000018",
                            "vat-number", "FR61215799990")
                    .entrySet()) {
                page.locator("#" + wrong.getKey()).fill(wrong.getValue());
                press(page, "Enregistrer");
                assertThat(page.locator("#" + wrong.getKey() + "-error")).containsText("Ce numéro");
                look(page, "titulaire-" + wrong.getKey(), Visit.DESK);
                page.locator("#" + wrong.getKey()).fill("");
            }
            page.locator("#siret").fill("215 799 990 00019");
            page.locator("#service").fill("EAU-2");
            press(page, "Enregistrer");
            assertThat(page.getByText("C'est enregistré")).isVisible();
            assertThat(page.locator("#siret")).hasValue("21579999000019");
            assertThat(page.locator("#acheteur")).hasValue("2");
            look(page, "titulaire", Visit.DESK);
        }
    }

    @Test
    void the_pages_take_no_more_queries_for_many_invoices_than_for_one() {
        in(() -> invoice(named("200000123"), "1", TODAY.minusDays(100), false));
        var agreement = TenantContext.callAs(utility, () -> transaction.execute(status -> named("200000123")));
        try (var visit = Visit.at(utility, port)) {
            visit.open(SignInWithoutAsking.administrator(anne));
            visit.open("/gestion/factures");
            var list = statements.ofRequests(() -> visit.open("/gestion/factures"));
            var account = statements.ofRequests(() -> visit.open("/gestion/comptes/" + agreement.value()));
            var search = statements.ofRequests(() -> visit.open("/gestion/recherche?q=rue"));
            in(() -> {
                for (var day = 1; day < 60; day++) {
                    invoice(named("200000123"), "2" + day, TODAY.minusDays(day), false);
                }
                for (var house = 1; house <= 6; house++) {
                    contract("20000020" + house, "Ana", "Silva", house + " rue des Saules");
                }
            });

            Assertions.assertThat(statements.ofRequests(() -> visit.open("/gestion/factures")))
                    .isEqualTo(list)
                    .isBetween(1, STATEMENTS);
            assertThat(visit.page().locator("main tbody tr")).hasCount(50);
            link(visit.page(), "Plus anciennes");
            assertThat(visit.page().locator("main tbody tr")).hasCount(10);
            Assertions.assertThat(statements.ofRequests(() -> visit.open("/gestion/comptes/" + agreement.value())))
                    .isEqualTo(account)
                    .isBetween(1, STATEMENTS);
            Assertions.assertThat(statements.ofRequests(() -> visit.open("/gestion/recherche?q=rue")))
                    .isEqualTo(search)
                    .isBetween(1, STATEMENTS);
            assertThat(visit.page().locator("main tbody tr")).hasCount(8);
        }
    }

    @Tag("long")
    @Test
    void a_utility_without_invoices_says_when_there_will_be_some_and_an_address_that_names_none_is_no_page() {
        try (var visit = Visit.at(utility, port)) {
            visit.open(SignInWithoutAsking.administrator(anne));
            var page = visit.open("/gestion/factures");
            assertThat(page.getByText("Pas encore de facture")).isVisible();
            look(page, "vide", Visit.DESK);
            for (var nowhere :
                    new String[] {"factures/" + UUID.randomUUID(), "factures/12", "comptes/" + UUID.randomUUID()}) {
                visit.answer("/gestion/" + nowhere);
                assertThat(page.locator("#outlet main h1")).containsText("n'existe pas");
            }
        }
    }

    @Tag("long")
    @Test
    void a_utility_whose_contracts_have_no_keys_offers_no_page_of_one() {
        utility = fresh();
        prepare(Utilities.ILEO);
        var agreement = TenantContext.callAs(utility, () -> transaction.execute(status -> named("200000123")));
        try (var visit = Visit.at(utility, port)) {
            visit.open(SignInWithoutAsking.administrator(anne));
            var page = visit.open("/gestion/comptes/" + agreement.value());
            assertThat(page.locator("main .card:has-text('Pour ce contrat') li"))
                    .hasText(new String[] {
                        "Noter un relevé",
                        "Corriger le nom ou l'adresse",
                        "Mensualisation",
                        "Format des factures",
                        "Facturer une prestation",
                        "Relances, litige, protection sociale"
                    });
            visit.answer("/gestion/comptes/" + agreement.value() + "/cle");
            assertThat(page.locator("#outlet main h1")).containsText("n'existe pas");
        }
    }

    private static TenantId fresh() {
        return new TenantId("d" + UUID.randomUUID().toString().replace("-", "").substring(0, 12));
    }

    private void contract(String number, String first, String last, String street) {
        var rows = new Rows(database);
        var agreement = rows.agreement();
        rows.meter(agreement);
        run("update agreement set number = ? where id = ?", number, agreement.value());
        run(
                "update customer set first_name = ?, last_name = ?, title = 'M.', phone = '0387000000'"
                        + " where id = (select customer_id from agreement where id = ?)",
                first,
                last,
                agreement.value());
        run(
                "update premise set street = ? where id = (select premise_id from service_point join agreement"
                        + " on service_point_id = service_point.id where agreement.id = ?)",
                street,
                agreement.value());
    }

    private void takenBackByAColleague(String number, Map<Integer, Money> amounts) {
        var bernard = ProvenStaff.of(utility.slug(), UUID.randomUUID(), "b@exemple.fr", "Bernard", StaffRole.BILLER, 0);
        var order = new CreditOrder(Optional.of(amounts), "Geste");
        in(() -> {
            var invoice = new InvoiceId(database.sql("select id from invoice where number = ?")
                    .param(number)
                    .query(UUID.class)
                    .single());
            credits.issue(bernard, invoice, order, credits.preview(bernard, invoice, order));
        });
    }

    private AgreementId named(String number) {
        return new AgreementId(database.sql("select id from agreement where number = ?")
                .param(number)
                .query(UUID.class)
                .single());
    }

    /** Of 100 € and 20 € at 5.5 %: 126.60 in all. */
    private ReceivableId invoice(AgreementId agreement, String number, LocalDate day, boolean isEstimated) {
        var invoice = new Rows(database).invoice(agreement, euros("120.00"), euros("6.60"));
        run(
                "update invoice set number = ?, kind = ?, agreement_number = '200000123', issued_on = ?, due_on = ?,"
                        + " period_from = ?, period_to = ? where id = ?",
                number,
                isEstimated ? "ESTIMATED" : "ACTUAL",
                day,
                day.plusDays(30),
                day.minusMonths(6),
                day.minusDays(1),
                invoice.value());
        run(
                "insert into invoice_line values (?, 0, 'WATER', 'Consommation d''eau potable, part communale', 50, 'm³', 2, 100, 5.5)",
                invoice.value());
        run(
                "insert into invoice_line (invoice_id, position, section, label, quantity, unit, unit_price, price_units,"
                        + " net_amount, vat_rate) values (?, 1, 'WATER', 'Abonnement', 164, 'jours', 44.67, 365, 20, 5.5)",
                invoice.value());
        run(
                "insert into invoice_meter values (?, 0, 'D19BA004567', ?, 1200000, ?, 1250000, 50000, ?)",
                invoice.value(),
                day.minusMonths(6),
                day,
                isEstimated);
        ledger.post(LedgerEntry.invoice(invoice, agreement, day, euros("120.00"), euros("6.60")));
        return invoice;
    }

    private void pay(AgreementId agreement, ReceivableId invoice, LocalDate day) {
        ledger.post(LedgerEntry.payment(
                UUID.randomUUID(), agreement, Receipt.BANK, day, euros("126.60"), Map.of(invoice, euros("126.60"))));
    }

    private void in(Runnable work) {
        TenantContext.runAs(utility, () -> transaction.executeWithoutResult(status -> work.run()));
    }

    private void run(String sql, Object... values) {
        database.sql(sql).params(values).update();
    }

    private static void look(Page page, String name, int width) {
        AtTheDesk.look(page, "guichet-" + name, width);
    }
}
