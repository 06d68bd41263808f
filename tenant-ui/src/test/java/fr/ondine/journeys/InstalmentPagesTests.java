package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.ondine.journeys.AtTheDesk.link;
import static fr.ondine.journeys.AtTheDesk.press;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.plans.ManagedPlans;
import fr.ondine.platform.plans.PlanOrder;
import fr.ondine.platform.receivables.Allocation;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.receivables.Receipt;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.Rows;
import fr.ondine.testing.Utilities;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A year is paid month by month: asked for by a subscriber, looked at, revised and ended by staff. */
@PortalTest
class InstalmentPagesTests {

    private static final Path SCREENS = Path.of("target", "screenshots", "instalments");

    private final TenantId utility =
            new TenantId("m" + UUID.randomUUID().toString().replace("-", "").substring(0, 12));
    private final UUID anne = UUID.randomUUID();

    @LocalServerPort
    int port;

    @Autowired
    Fleet fleet;

    @Autowired
    Tenants tenants;

    @Autowired
    ManagedPlans plans;

    @Autowired
    Ledger ledger;

    @Autowired
    Allocation allocation;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private AgreementId agreement;
    private int leaks;
    private UserId subscriber;

    @BeforeEach
    void a_contract_that_was_billed_316_50_this_year_and_an_administrator() {
        fleet.add(Utilities.like(Utilities.ILEO, utility.slug()), "operator:test");
        tenants.refresh();
        TenantContext.runAs(
                utility,
                () -> transaction.executeWithoutResult(status -> {
                    var rows = new Rows(database);
                    agreement = rows.agreement();
                    subscriber = rows.user();
                    rows.link(subscriber, agreement);
                    rows.invoice(agreement, Money.euros("300.00"), Money.euros("16.50"));
                    database.sql("update invoice set issued_on = ?, due_on = ?, number = 'F250000001'")
                            .params(today().minusDays(60), today().minusDays(30))
                            .update();
                    database.sql("update agreement set number = '2400123456'").update();
                    database.sql("insert into staff_member (id, email, name, role, state, created_at)"
                                    + " values (?, ?, 'Anne Martin', 'ADMINISTRATOR', 'ACTIVE', now())")
                            .params(anne, anne + "@exemple.fr")
                            .update();
                }));
    }

    @ParameterizedTest
    @MethodSource("fr.ondine.journeys.Visit#widths")
    void a_subscriber_asks_for_it_and_staff_revise_and_end_it(int width) {
        try (var visit = new Visit(utility, port, width, ColorScheme.LIGHT)) {
            var page = visit.open(SignInWithoutAsking.path(subscriber));
            link(page, "Payer par mois");
            assertThat(page.locator("main h1")).hasText("Mon échéancier");
            page.locator("#jour").selectOption("1");
            look(page, "choix", width);
            press(page, "Voir mon échéancier");
            assertThat(page.locator(".card.main .amount")).containsText("31,65");
            assertThat(page.locator(".card.main tbody tr")).hasCount(10);
            look(page, "projet", width);
            press(page, "Payer par mois");
            assertThat(page.getByText("C'est fait : vous payez par mois.")).isInViewport();
            assertThat(page.locator(":focus")).containsText("C'est fait");
            assertThat(page.locator(".card.main")).containsText("Pour convenir de la façon de payer chaque mensualité");
            assertThat(page.locator(".card.main")).not().containsText("dit comment payer");
            assertThat(page.locator("main")).not().containsText("sur votre compte");
            pay("40.00");
            debitedFrom("FR76 •••• 0185");
            visit.open("/echeancier");
            assertThat(page.locator(".card.main"))
                    .containsText("prélevée à sa date sur votre compte FR76 •••• 0185."
                            .replace("76 •••• ", "76\u00a0••••\u00a0"));
            assertThat(page.locator("tbody tr").first()).containsText("Payée");
            assertThat(page.locator("tbody tr").nth(1)).containsText("Reste 23,30");
            look(page, "mon-echeancier", width);
            visit.open("/tableau-de-bord");
            assertThat(page.locator(".card.main")).containsText("23,30");
            assertThat(page.locator(".card.main"))
                    .containsText("40,00 € déjà payés sur 316,50 €".replace(" €", "\u00a0€"));
            look(page, "tableau-de-bord", width);
            visit.open("/factures");
            assertThat(page.getByText("Vous payez par mois")).isVisible();
            assertThat(page.locator("main")).not().containsText("À votre crédit");
            look(page, "factures-avant", width);
            Assertions.assertThat(fetched(page, "/echeancier/" + agreement.value() + ".pdf"))
                    .startsWith("%PDF");
            Assertions.assertThat(fetched(page, "/echeancier/" + UUID.randomUUID() + ".pdf"))
                    .isEqualTo("404");
        }
        try (var office = new Visit(utility, port, width, ColorScheme.LIGHT)) {
            office.open(SignInWithoutAsking.administrator(anne));
            var page = office.open("/gestion/mensualisations");
            look(page, "liste", width);
            page.locator("#recherche").fill("Dupont");
            page.locator("#etat").selectOption("1");
            press(page, "Filtrer");
            assertThat(page.getByText("Aucune mensualisation ici")).isVisible();
            look(page, "liste-vide", width);
            page.locator("#recherche").fill("mart");
            page.locator("#etat").selectOption("0");
            press(page, "Filtrer");
            page.locator("tbody a").click();
            page.locator("#nouveau-montant").fill("quatre");
            press(page, "Voir ce qui change");
            assertThat(page.locator("#nouveau-montant-error")).containsText("310,50");
            page.locator("#nouveau-montant").fill("0");
            press(page, "Voir ce qui change");
            assertThat(page.locator("#nouveau-montant-error")).containsText("il faudrait au moins 10,00");
            page.locator("#nouveau-montant").fill("41");
            press(page, "Voir ce qui change");
            assertThat(page.locator(".card.main").first()).containsText("Supprimée");
            page.locator("#nouveau-montant").fill("400");
            press(page, "Voir ce qui change");
            assertThat(page.locator(":focus")).containsText("Ce qui change");
            var total = page.locator(".card.main").first().locator("tbody tr").last();
            assertThat(total).containsText("Total");
            org.assertj.core.api.Assertions.assertThat(
                            total.locator("td").first().evaluate("cell => getComputedStyle(cell, '::before').content"))
                    .as("the total has no date, on a phone either")
                    .isIn("none", "normal");
            look(page, "revision", width);
            press(page, "Changer l'échéancier");
            assertThat(page.getByText("L'échéancier est changé.")).isInViewport();
            billed("420.00");
            office.open("/gestion/comptes/" + agreement.value());
            assertThat(page.locator(".card.main")).containsText("Déjà payé pour l'année");
            look(page, "compte", width);
            office.open("/gestion/comptes/" + agreement.value() + "/mensualisation");
            press(page, "Régulariser");
            assertThat(page.locator(":focus")).containsText("20,00");
            look(page, "regularisation", width);
            page.locator(".card.main")
                    .getByText("Régulariser", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.getByText("La régularisation est faite.")).isVisible();
            look(page, "regularise", width);
            try (var visit = new Visit(utility, port, width, ColorScheme.LIGHT)) {
                visit.open(SignInWithoutAsking.path(subscriber));
                var own = visit.open("/echeancier");
                assertThat(own.locator("tbody tr")).hasCount(12);
                look(own, "echeancier-regularise", width);
                visit.open("/factures");
                assertThat(own.locator("main")).containsText("Mensualités en cours");
                assertThat(own.locator("main")).not().containsText("À payer d'ici");
                look(own, "factures-par-mois", width);
                visit.open("/tableau-de-bord");
                look(own, "tableau-de-bord-par-mois", width);
            }
            press(page, "Mettre fin à la mensualisation");
            assertThat(page.locator(":focus")).containsText("sont déduits des factures reçues");
            assertThat(page.locator(":focus")).containsText("à payer sur les factures reçues");
            look(page, "fin", width);
            press(page, "Mettre fin");
            assertThat(page.getByText("La mensualisation est terminée.")).isVisible();
            pay("500.00");
            toRefund("20.00");
            office.open("/gestion/mensualisations?etat=a-rembourser");
            assertThat(page.locator("tbody tr")).hasCount(1);
            page.locator("tbody a").click();
            look(page, "a-rembourser", width);
            press(page, "C'est remboursé");
            assertThat(page.locator(":focus")).containsText("Rien n'est viré d'ici");
            press(page, "Noter le remboursement");
            assertThat(page.getByText("Le remboursement est inscrit au compte."))
                    .isVisible();
            page.locator("#annee").fill("0,05");
            press(page, "Simuler l'échéancier");
            assertThat(page.locator("#annee-error")).containsText("ne se paie pas par mois");
            look(page, "trop-peu", width);
            page.locator("#annee").fill("250,00");
            press(page, "Simuler l'échéancier");
            assertThat(page.locator(".card.main .amount").first()).containsText("25,00");
            assertThat(page.getByText("Le remboursement est inscrit au compte."))
                    .isHidden();
            look(page, "simulation", width);
            page.locator("#annee").fill("deux cents");
            press(page, "Simuler l'échéancier");
            assertThat(page.locator("#annee-error")).containsText("310,50");
            assertThat(page.locator(".card.main .amount")).hasCount(0);
            office.open("/gestion/configuration/mensualisation");
            page.locator("#instalments-number").fill("12");
            press(page, "Voir ce qui change");
            assertThat(page.locator("#instalments-number-error")).containsText("8 à 11");
            page.locator("#instalments-minimum").fill("10,005");
            press(page, "Voir ce qui change");
            assertThat(page.locator("#instalments-minimum-error"))
                    .containsText("« 10,005 » n'est pas un montant en euros");
            page.locator("#instalments-minimum").fill("12,5");
            page.locator("#instalments-number").fill("11");
            press(page, "Voir ce qui change");
            assertThat(page.getByText(Pattern.compile("Nombre de mensualités")).last())
                    .isVisible();
            look(page, "configuration", width);
        }
    }

    @ParameterizedTest
    @MethodSource("fr.ondine.journeys.Visit#widths")
    void a_leak_that_was_relieved_has_staff_look_at_the_plan_again(int width) {
        agreed("300.00");
        billed("420.00");
        relieved("120.00");
        try (var office = new Visit(utility, port, width, ColorScheme.LIGHT)) {
            office.open(SignInWithoutAsking.administrator(anne));
            var page = office.open("/gestion/mensualisations");
            page.locator("#etat").selectOption("2");
            press(page, "Filtrer");
            assertThat(page.locator("tbody tr")).hasCount(1);
            look(page, "a-revoir", width);
            page.locator("tbody a").click();
            assertThat(page.locator("main")).containsText("120,00\u00a0€ ont été retirés des factures pour une fuite");
            look(page, "a-revoir-plan", width);
            press(page, "Voir mois par mois");
            assertThat(page.locator(":focus")).containsText("Ce qui change");
            look(page, "a-revoir-effet", width);
            press(page, "Changer l'échéancier");
            assertThat(page.getByText("L'échéancier est changé.")).isVisible();
            assertThat(page.getByText("À revoir après une fuite")).isHidden();

            relieved("12.00");
            office.open("/gestion/comptes/" + agreement.value() + "/mensualisation");
            assertThat(page.locator("main")).containsText("12,00\u00a0€ ont été retirés des factures pour une fuite");
            press(page, "Laisser l'échéancier");
            assertThat(page.getByText("L'échéancier reste comme il est.")).isVisible();
            office.open("/gestion/mensualisations?etat=a-revoir");
            assertThat(page.getByText("Aucune mensualisation ici")).isVisible();
        }
    }

    @ParameterizedTest
    @MethodSource("fr.ondine.journeys.Visit#widths")
    void a_debit_that_came_back_is_told_as_such_wherever_the_plan_is(int width) {
        agreed("300.00");
        var came = firstWasDue(10);
        try (var visit = new Visit(utility, port, width, ColorScheme.LIGHT)) {
            visit.open(SignInWithoutAsking.path(subscriber));
            var page = visit.open("/echeancier");
            assertThat(page.locator("main")).containsText("Si le paiement est parti ces derniers jours");
            TenantContext.runAs(
                    utility,
                    () -> transaction.executeWithoutResult(
                            status -> ledger.postReturn(came, Money.euros("1.00"), today().minusDays(3))));

            visit.open("/echeancier");
            assertThat(page.locator("main")).containsText("Un prélèvement a été rejeté le");
            assertThat(page.locator("main")).containsText("Il reste 30,00\u00a0€ à payer");
            assertThat(page.locator("main")).not().containsText("apparaîtra bientôt");
            look(page, "prelevement-rejete", width);
            for (var elsewhere : List.of("/tableau-de-bord", "/factures")) {
                visit.open(elsewhere);
                assertThat(page.locator("main")).containsText("Un prélèvement a été rejeté le");
                assertThat(page.locator("main")).not().containsText("apparaîtra bientôt");
            }
        }
    }

    /** Not paid, though a euro came in meanwhile. */
    private UUID firstWasDue(int daysAgo) {
        var came = UUID.randomUUID();
        TenantContext.runAs(
                utility,
                () -> transaction.executeWithoutResult(status -> {
                    database.sql("update instalment_plan set agreed_on = ?")
                            .param(today().minusDays(daysAgo + 20))
                            .update();
                    database.sql(
                                    "update instalment set due_on = ? where position = (select min(position) from instalment)")
                            .param(today().minusDays(daysAgo))
                            .update();
                    ledger.post(LedgerEntry.payment(
                            came, agreement, Receipt.BANK, today().minusDays(5), Money.euros("1.00"), Map.of()));
                }));
        return came;
    }

    private static String fetched(Page page, String path) {
        var answer = page.evaluate(
                "path => fetch(path).then(r => r.ok ? r.arrayBuffer() : r.status).then(b => typeof b === 'number' ? '' + b"
                        + " : btoa(Array.from(new Uint8Array(b), c => String.fromCharCode(c)).join('')))",
                path);
        return String.valueOf(answer).equals("404")
                ? "404"
                : kept(Base64.getDecoder().decode(String.valueOf(answer)));
    }

    @Test
    void a_plan_is_stopped_by_its_payer_also_once_the_software_knows_that_it_is_paid_by_the_month() {
        agreed("300.00");
        update("update agreement set payment_method = 'INSTALMENTS'");
        try (var visit = Visit.at(utility, port)) {
            visit.open(SignInWithoutAsking.path(subscriber));
            var page = visit.open("/echeancier");
            press(page, "Arrêter les mensualités");
            assertThat(page.locator(":focus")).containsText("300,00");
            assertThat(page.locator(":focus")).containsText("Aucune mensualité n'a encore été payée.");
            press(page, "Arrêter");
            assertThat(page.locator("main")).containsText("Les mensualités sont arrêtées.");
        }
    }

    @Test
    void where_there_is_no_schedule_the_page_says_how_the_contract_is_paid() {
        try (var visit = Visit.at(utility, port)) {
            visit.open(SignInWithoutAsking.path(subscriber));
            update("update agreement set payment_method = 'INSTALMENTS'");
            var page = visit.open("/echeancier");
            assertThat(page.locator("main")).containsText("Vous payez déjà par mois");
            assertThat(page.locator("main")).not().containsText("à réception");
            Axe.assertClean(page);
            update("update agreement set payment_method = 'ON_INVOICE', ended_on = current_date - 2");
            visit.open("/echeancier");
            assertThat(page.locator("main")).containsText("Ce contrat est terminé");
        }
    }

    @Test
    void a_utility_without_plans_promises_none() {
        var person = TenantContext.callAs(
                Utilities.SIEGVO,
                () -> transaction.execute(status -> {
                    var rows = new Rows(database);
                    var user = rows.user();
                    rows.link(user, rows.agreement());
                    return user;
                }));
        try (var visit = Visit.at(Utilities.SIEGVO, port)) {
            visit.open(SignInWithoutAsking.path(person));
            var page = visit.open("/echeancier");
            assertThat(page.locator("main")).containsText("Vous payez à réception de vos factures.");
            assertThat(page.locator("main")).not().containsText("Pour payer par mois");
        }
    }

    private void update(String sql) {
        TenantContext.runAs(
                utility,
                () -> transaction.executeWithoutResult(
                        status -> database.sql(sql).update()));
    }

    private static String kept(byte[] pdf) {
        try {
            Files.write(Files.createDirectories(SCREENS).resolve("echeancier.pdf"), pdf);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        return new String(pdf, StandardCharsets.ISO_8859_1);
    }

    private void agreed(String year) {
        var staff = ProvenStaff.of(utility.slug(), anne, "anne@exemple.fr", "Anne", StaffRole.BILLER, 0);
        TenantContext.runAs(
                utility,
                () -> transaction.executeWithoutResult(status -> plans.agree(
                        staff,
                        agreement,
                        plans.draft(staff, agreement, new PlanOrder(10, Optional.of(Money.euros(year)))))));
    }

    /** By a credit note of today. */
    private void relieved(String amount) {
        TenantContext.runAs(
                utility,
                () -> transaction.executeWithoutResult(status -> {
                    var file = UUID.randomUUID();
                    var credit = Money.euros(amount).negated();
                    var relieved = new Rows(database).invoice(agreement, Money.euros(amount), Money.zero());
                    var note = new Rows(database).invoice(agreement, credit, Money.zero());
                    database.sql("update invoice set kind = 'CREDIT_NOTE', corrects = ? where id = ?")
                            .params(relieved.value(), note.value())
                            .update();
                    database.sql("insert into leak_file (id, agreement_id, used_from, read_on, litres, mean_litres,"
                                    + " is_of_zone, state, detected_at) values (?, ?, date '2020-01-01', ?, 400000,"
                                    + " 62000, false, 'CREDITED', now())")
                            .params(file, agreement.value(), today().minusDays(leaks++))
                            .update();
                    database.sql("insert into leak_credit (invoice_id, file_id, credit_note_id) values (?, ?, ?)")
                            .params(relieved.value(), file, note.value())
                            .update();
                    ledger.post(LedgerEntry.invoice(note, agreement, today(), credit, Money.zero()));
                }));
    }

    private void billed(String total) {
        TenantContext.runAs(
                utility,
                () -> transaction.executeWithoutResult(status -> {
                    var invoice = new Rows(database).invoice(agreement, Money.euros(total), Money.zero());
                    database.sql("update invoice set issued_on = ?, due_on = ?, number = 'F260000002' where id = ?")
                            .params(today(), today().plusDays(30), invoice.value())
                            .update();
                    database.sql("update instalment_plan set agreed_on = ?")
                            .param(today().minusDays(1))
                            .update();
                    ledger.post(LedgerEntry.invoice(invoice, agreement, today(), Money.euros(total), Money.zero()));
                    allocation.settle(List.of(agreement));
                }));
    }

    private void toRefund(String amount) {
        TenantContext.runAs(
                utility,
                () -> transaction.executeWithoutResult(
                        status -> database.sql("insert into plan_refund (plan_id, agreement_id, amount, noted_on)"
                                        + " select id, agreement_id, ?, ? from instalment_plan")
                                .params(Money.euros(amount).amount(), today())
                                .update()));
    }

    private void debitedFrom(String account) {
        TenantContext.runAs(
                utility,
                () -> transaction.executeWithoutResult(status -> database.sql(
                                "insert into mandate (id, agreement_id, reference, creditor, holder, iban, iban_masked,"
                                        + " signed_on) values (?, ?, 'RUM-42', 'FR48ZZZ227807', 'Martin', '\\x00', ?,"
                                        + " date '2025-01-01')")
                        .params(UUID.randomUUID(), agreement.value(), account)
                        .update()));
    }

    private void pay(String amount) {
        TenantContext.runAs(
                utility,
                () -> transaction.executeWithoutResult(status -> ledger.post(LedgerEntry.payment(
                        UUID.randomUUID(), agreement, Receipt.BANK, today(), Money.euros(amount), Map.of()))));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Paris"));
    }

    private static void look(Page page, String name, int width) {
        Axe.assertClean(page);
        Pictures.keep(
                page,
                new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENS.resolve(name + "-" + width + ".png")));
    }
}
