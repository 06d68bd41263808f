package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.ondine.journeys.AtTheDesk.press;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.testing.Rows;
import fr.ondine.testing.Utilities;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A utility chooses when it reminds; somebody who bills looks at who is reminded, leaves some out and sends the rest. */
@PortalTest
class DunningPagesTests {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Paris"));

    private final TenantId utility =
            new TenantId("d" + UUID.randomUUID().toString().replace("-", "").substring(0, 12));
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
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private AgreementId first;

    @BeforeEach
    void a_utility_with_an_administrator_and_overdue_invoices() {
        fleet.add(Utilities.like(Utilities.SIEGVO, utility.slug()), "operator:test");
        tenants.refresh();
        TenantContext.runAs(
                utility,
                () -> transaction.executeWithoutResult(status -> {
                    database.sql("insert into staff_member (id, email, name, role, state, created_at)"
                                    + " values (?, ?, 'Anne Martin', 'ADMINISTRATOR', 'ACTIVE', now())")
                            .params(anne, anne + "@exemple.fr")
                            .update();
                    first = debtor("900000001", "Martin", "94.95", null);
                    debtor("900000002", "Lefèvre", "120.40", "lefevre@exemple.fr");
                    debtor("900000003", "Petit", "3.20", null);
                }));
    }

    @ParameterizedTest
    @MethodSource("fr.ondine.journeys.Visit#widths")
    void reminders_are_configured_prepared_looked_at_and_sent(int width) {
        try (var visit = new Visit(utility, port, width, ColorScheme.LIGHT)) {
            visit.open(SignInWithoutAsking.administrator(anne));
            var page = visit.open("/gestion/relances");
            press(page, "Préparer un envoi");
            assertThat(page.getByText("Un administrateur le choisit dans la configuration"))
                    .isVisible();
            look(page, "vide", width);

            configure(visit, width);
            note(visit, width);

            visit.open("/gestion/relances");
            press(page, "Préparer un envoi");
            assertThat(page.getByText("2 lettres, 215,35 €").first())
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
            look(page, "preparee", width);
            comesBeforeTheLetters(page, width);
            page.getByText("Écartées (1)").click();
            assertThat(page.locator("tbody")).containsText("Somme trop petite pour une lettre");
            look(page, "ecartees", width);
            page.getByText("Lettres (2)").click();
            page.getByLabel("Retirer le contrat 90 0000 002 de cet envoi").click();
            assertThat(page.locator("tbody input")).isFocused();
            page.locator("tbody input").fill("Accord au téléphone");
            look(page, "retirer", width);
            page.locator("tbody form button").click();
            assertThat(page.getByText("Lettres (1)")).isVisible();

            assertThat(page.getByText("Les paiements importés vont jusqu'au")).hasCount(0);
            TenantContext.runAs(
                    utility, () -> transaction.executeWithoutResult(status -> paymentsAreKnown("2026-03-04")));
            page.reload();
            assertThat(page.getByText("Les paiements importés vont jusqu'au 4 mars 2026."
                            .replace("4 mars 2026", "4\u00a0mars\u00a02026")))
                    .isVisible();
            press(page, "Envoyer");
            assertThat(page.getByText("Une lettre va partir.")).isVisible();
            look(page, "certain", width);
            press(page, "Oui, envoyer cette lettre");
            assertThat(page.getByText("Lettres 1 à 1 (PDF)"))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
            look(page, "envoyee", width);
            assertThat(page.getByText("L'envoi est fait : une lettre.")).isInViewport();
            press(page, "Les lettres sont postées");
            assertThat(page.getByText("C'est noté : les lettres sont à la poste"))
                    .isInViewport();
            assertThat(page.getByText("Ces lettres sont postées.")).isVisible();

            visit.open("/gestion/comptes/" + first.value());
            assertThat(page.getByText("Relance, par courrier")).isVisible();
            look(page, "compte", width);
            apologise(visit, width);
        }
    }

    @Test
    void a_batch_that_leaves_says_how_many_letters_have_left() {
        var batch = UUID.randomUUID();
        TenantContext.runAs(
                utility,
                () -> transaction.executeWithoutResult(status -> {
                    batch(batch, "SENDING", TODAY);
                    Stream.of("SENT", "PROPOSED", "DROPPED").forEach(state -> letter(batch, state, false));
                }));
        try (var visit = new Visit(utility, port, Visit.PHONE, ColorScheme.LIGHT)) {
            visit.open(SignInWithoutAsking.administrator(anne));
            var page = visit.open("/gestion/relances/" + batch);
            assertThat(page.getByText("Lettres parties : 1 sur 2.")).isVisible();
            look(page, "depart", Visit.PHONE);
            TenantContext.runAs(
                    utility,
                    () -> transaction.executeWithoutResult(status -> database.sql(
                                    "update reminder_letter set state = 'SENT', sent_on = ? where batch_id = ?")
                            .params(TODAY, batch)
                            .update()));
            assertThat(page.getByText("Lettres parties : 3 sur 3.")).isVisible();
        }
    }

    @Test
    void what_stands_of_a_batch_that_was_taken_back_is_said() {
        var sent = UUID.randomUUID();
        var ready = UUID.randomUUID();
        TenantContext.runAs(
                utility,
                () -> transaction.executeWithoutResult(status -> {
                    batch(sent, "SENT", TODAY);
                    letter(sent, "SENT", true);
                    letter(sent, "SENT", false);
                }));
        try (var visit = new Visit(utility, port, Visit.PHONE, ColorScheme.LIGHT)) {
            visit.open(SignInWithoutAsking.administrator(anne));
            var page = visit.open("/gestion/relances/" + sent);
            page.getByText("Annuler cet envoi").click();
            press(page, "Annuler ce qui n'est pas parti");
            assertThat(page.getByText("Une lettre est annulée. Une lettre était partie : elle compte."))
                    .isVisible();
            assertThat(page.getByText("ces lettres comptent, et restent à poster"))
                    .isVisible();
            look(page, "annulee-apres", Visit.PHONE);
            assertThat(visit.open("/gestion/relances").locator("tbody")).containsText("Annulé après l'envoi");

            TenantContext.runAs(
                    utility,
                    () -> transaction.executeWithoutResult(status -> {
                        batch(ready, "READY", null);
                        letter(ready, "PROPOSED", true);
                        letter(ready, "PROPOSED", false);
                    }));
            visit.open("/gestion/relances/" + ready);
            page.getByText("Annuler cet envoi").click();
            press(page, "Annuler ce qui n'est pas parti");
            assertThat(page.locator("main")).containsText("2 lettres sont annulées.");
            assertThat(page.locator("main")).not().containsText("était partie");
            assertThat(page.getByText("Aucune lettre de cet envoi n'est partie."))
                    .isVisible();
            assertThat(page.getByText("Lettres à imprimer")).hasCount(0);
            assertThat(page.locator("dl")).containsText("Annulée avant de partir2");
            look(page, "annulee-avant", Visit.PHONE);
            assertThat(visit.open("/gestion/relances").locator("tbody tr").first())
                    .not()
                    .containsText("après l'envoi");
        }
    }

    @Test
    void whose_letter_had_not_left_when_their_protection_was_noted_is_said() {
        var sent = UUID.randomUUID();
        TenantContext.runAs(
                utility,
                () -> transaction.executeWithoutResult(status -> {
                    batch(sent, "SENT", TODAY);
                    letter(sent, "SENT", false);
                    database.sql("update reminder_batch set reminder_text = 'Payez {montant}.' where id = ?")
                            .param(sent)
                            .update();
                }));
        var account = TenantContext.callAs(
                utility,
                () -> transaction.execute(
                        status -> database.sql("select agreement_id from reminder_letter where batch_id = ?")
                                .param(sent)
                                .query(UUID.class)
                                .single()));
        try (var visit = new Visit(utility, port, Visit.PHONE, ColorScheme.LIGHT)) {
            visit.open(SignInWithoutAsking.administrator(anne));
            var page = visit.open("/gestion/comptes/" + account + "/relances");
            press(page, "Noter la protection");
            assertThat(page.getByText("si elle est imprimée, ne la postez pas")).isVisible();
            assertThat(page.getByText("(annulée)")).isVisible();
            look(page, "protegee", Visit.PHONE);
            press(page, "Mettre fin à la protection");
            press(page, "Noter la protection");
            assertThat(page.getByText("La protection est notée")).isVisible();
            assertThat(page.getByText("ne la postez pas")).hasCount(0);
        }
    }

    @Test
    void who_only_looks_comes_from_a_letter_to_the_account_and_no_closed_door() {
        var batch = UUID.randomUUID();
        TenantContext.runAs(
                utility,
                () -> transaction.executeWithoutResult(status -> {
                    batch(batch, "READY", null);
                    letter(batch, "PROPOSED", false);
                }));
        for (var role : List.of(StaffRole.READER, StaffRole.BILLER)) {
            try (var visit = new Visit(utility, port, Visit.DESK, ColorScheme.LIGHT)) {
                var bills = role == StaffRole.BILLER ? 1 : 0;
                var home = visit.open(SignInWithoutAsking.staff(anne, role));
                assertThat(home.getByText("préparez un envoi")).hasCount(bills);
                var page = visit.open("/gestion/relances");
                assertThat(page.getByText("Vous regardez qui en reçoit")).hasCount(bills);
                visit.open("/gestion/relances/" + batch);
                page.locator("tbody a").first().click();
                assertThat(page.locator("h1"))
                        .hasText(Pattern.compile(
                                (role == StaffRole.BILLER ? "Relances du contrat" : "Contrat") + " .*"));
            }
        }
    }

    private void batch(UUID id, String state, @org.jspecify.annotations.Nullable LocalDate sentOn) {
        database.sql("insert into reminder_batch (id, state, day, created_at, created_by, sent_on, sent_by)"
                        + " values (?, ?, ?, now(), 'x', ?, 'x')")
                .params(id, state, TODAY, sentOn)
                .update();
    }

    private void letter(UUID batch, String state, boolean byMail) {
        database.sql("insert into reminder_letter (id, batch_id, agreement_id, step, state, amount, oldest_due,"
                        + " by_mail, by_paper, sent_on) values (?, ?, ?, 'REMINDER', ?, 20, ?, ?, true, ?)")
                .params(
                        UUID.randomUUID(),
                        batch,
                        new Rows(database).agreement().value(),
                        state,
                        TODAY,
                        byMail,
                        state.equals("SENT") ? TODAY : null)
                .update();
    }

    /** What is done with a batch is not behind its letters, to the eye on a phone nor to the keyboard anywhere. */
    private static void comesBeforeTheLetters(Page page, int width) {
        var send = page.locator("main button")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^Envoyer$")));
        var first = page.locator("main tbody button").first();
        org.assertj.core.api.Assertions.assertThat(send.evaluate(
                        "(send, letter) => !!(send.compareDocumentPosition(letter) & Node.DOCUMENT_POSITION_FOLLOWING)",
                        first.elementHandle()))
                .isEqualTo(true);
        var table = page.locator("main table").boundingBox();
        var button = send.boundingBox();
        org.assertj.core.api.Assertions.assertThat(button.y)
                .as("in view without scrolling")
                .isLessThan(width == Visit.PHONE ? table.y : 800);
        org.assertj.core.api.Assertions.assertThat(button.x > table.x + table.width)
                .as("beside the letters where there is room")
                .isEqualTo(width != Visit.PHONE);
    }

    private void apologise(Visit visit, int width) {
        var page = visit.open("/gestion/comptes/" + first.value() + "/relances");
        page.locator("summary")
                .filter(new Locator.FilterOptions().setHasText("Relance du"))
                .click();
        page.locator("details textarea").last().fill("Votre chèque nous était bien parvenu.");
        look(page, "excuses", width);
        press(page, "Envoyer nos excuses");
        assertThat(page.getByText("imprimez la lettre d'excuses")).isVisible();
        assertThat(page.getByText("Excuses envoyées le")).isVisible();
        assertThat(page.getByText("Une lettre envoyée à tort")).hasCount(0);
        look(page, "excuses-envoyees", width);
        var paper = page.getByText("Lettre d'excuses (PDF)").getAttribute("href");
        org.assertj.core.api.Assertions.assertThat(
                        page.evaluate("address => fetch(address).then(a => a.status)", paper))
                .isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("fr.ondine.journeys.Visit#widths")
    @Tag("long")
    void a_late_sewerage_charge_is_looked_at_and_increased_once_its_notice_was_received(int width) {
        fleet.configure(
                utility.slug(),
                Utilities.like(Utilities.SIEGVO, utility.slug())
                        .replace("rounding:", "late-charges:\n  sewerage: true\n\nrounding:"),
                "operator:test",
                "voté");
        tenants.refresh();
        TenantContext.runAs(utility, () -> transaction.executeWithoutResult(status -> noticed()));
        try (var visit = new Visit(utility, port, width, ColorScheme.LIGHT)) {
            visit.open(SignInWithoutAsking.administrator(anne));
            var page = visit.open("/gestion/comptes/" + first.value() + "/relances");
            page.getByText("Noter l'avis de réception").click();
            press(page, "Noter la réception");
            assertThat(page.locator("[id$=-numero-error]")).isVisible();
            page.locator("[id$=-numero]").fill("1A 234 567 8901 2");
            page.locator("[id$=-jour]").fill(TODAY.minusDays(3).toString());
            look(page, "recommande", width);
            press(page, "Noter la réception");
            assertThat(page.getByText("La réception est notée.")).isVisible();
            assertThat(page.getByText("Majorer la redevance")).hasCount(0);
            page.getByText("Corriger l'avis de réception").click();
            assertThat(page.locator("[id$=-numero]")).hasValue("1A 234 567 8901 2");
            page.locator("[id$=-jour]").fill(TODAY.minusDays(20).toString());
            look(page, "recommande-corrige", width);
            press(page, "Noter la réception");
            page.getByText("Majorer la redevance").click();
            look(page, "majorer", width);
            press(page, "Oui, émettre la facture de 10,00\u00a0€");
            assertThat(page.getByText("La facture de 10,00\u00a0€ est émise.")).isVisible();
            look(page, "majoree", width);
            AtTheDesk.link(page, "La redevance est majorée : voir la facture");
            assertThat(page.getByText("Majoration de 25").first()).isVisible();
            look(page, "facture-majoration", width);
            visit.open("/gestion/comptes/" + first.value());
            assertThat(page.getByText("104,95\u00a0€").first()).isVisible();
            look(page, "compte-majore", width);
        }
    }

    private void paymentsAreKnown(String until) {
        database.sql("insert into import_run (id, file_name, sha256, started_at, state, known_on)"
                        + " values (gen_random_uuid(), 'a.zip', '', now(), 'DONE', ?::date)")
                .param(until)
                .update();
    }

    /** The first debtor's invoice is long overdue, has 40 € of sewerage, and was formally noticed. */
    private void noticed() {
        var letter = UUID.randomUUID();
        var batch = UUID.randomUUID();
        database.sql("update invoice set issued_on = ?, due_on = ? where agreement_id = ?")
                .params(TODAY.minusDays(200), TODAY.minusDays(170), first.value())
                .update();
        database.sql("insert into invoice_line select id, 0, 'SEWERAGE', 'Collecte', 1, 'm³', 40, 40, 10 from invoice"
                        + " where agreement_id = ?")
                .param(first.value())
                .update();
        database.sql("insert into reminder_batch (id, state, day, created_at, created_by, notice_text)"
                        + " values (?, 'SENT', ?, now(), 'x', 'Payez {montant}.')")
                .params(batch, TODAY.minusDays(40))
                .update();
        database.sql(
                        "insert into reminder_letter values (?, ?, ?, 'FORMAL_NOTICE', 'SENT', null, 94.95, ?, false, true, ?)")
                .params(letter, batch, first.value(), TODAY.minusDays(170), TODAY.minusDays(40))
                .update();
        database.sql(
                        "insert into reminder_debt select ?, id, 'FORMAL_NOTICE', 94.95, true from invoice where agreement_id = ?")
                .params(letter, first.value())
                .update();
    }

    private void configure(Visit visit, int width) {
        var page = visit.open("/gestion/configuration/relances");
        page.locator("#reminder-channel").selectOption("1");
        page.locator("#reminder-text").fill("Payez {somme}.");
        press(page, "Voir ce qui change");
        assertThat(page.locator("#reminder-text-error")).containsText("{somme}");
        page.locator("#reminder-text").fill("");
        page.locator("#formal-notice-channel").selectOption("2");
        page.locator("#formal-notice-days").fill("10");
        press(page, "Voir ce qui change");
        assertThat(page.locator("#formal-notice-days-error")).containsText("plus de jours");
        page.locator("#formal-notice-days").fill("45");
        look(page, "configuration", width);
        press(page, "Voir ce qui change");
        assertThat(page.locator(".difference").first()).containsText("5,00 €");
        page.getByLabel("Raison du changement").fill("Relances votées");
        press(page, "Mettre en ligne");
        assertThat(page.getByText("C'est en ligne.")).isVisible();
        assertThat(page.locator("#reminder-text")).hasValue(Pattern.compile("[\\s\\S]*simple oubli[\\s\\S]*"));
    }

    private void note(Visit visit, int width) {
        var page = visit.open("/gestion/comptes/" + first.value() + "/relances");
        press(page, "Noter la protection");
        assertThat(page.getByText("plus aucune relance ne sera adressée")).isVisible();
        press(page, "Mettre fin à la protection");
        assertThat(page.getByText("La protection est levée.")).isVisible();
        page.getByText("Noter un litige").click();
        page.locator("textarea").fill("Le relevé est contesté");
        look(page, "litige", width);
        press(page, "Noter le litige");
        assertThat(page.getByText("Motif : Le relevé est contesté")).isVisible();
        look(page, "litige-note", width);
        press(page, "Le litige est réglé");
        assertThat(page.getByText("Motif : Le relevé est contesté")).hasCount(0);
    }

    private AgreementId debtor(
            String number, String name, String amount, @org.jspecify.annotations.Nullable String email) {
        var rows = new Rows(database);
        var agreement = rows.agreement();
        database.sql("update agreement set number = ? where id = ?")
                .params(number, agreement.value())
                .update();
        database.sql("update customer set first_name = 'Élodie', last_name = ?, email = ?"
                        + " where id = (select customer_id from agreement where id = ?)")
                .params(name, email, agreement.value())
                .update();
        var invoice = rows.invoice(agreement, Money.euros(amount), Money.zero());
        database.sql("update invoice set number = ?, issued_on = ?, due_on = ? where id = ?")
                .params(
                        TODAY.getYear() + "00" + number.substring(5),
                        TODAY.minusDays(50),
                        TODAY.minusDays(20),
                        invoice.value())
                .update();
        ledger.post(LedgerEntry.invoice(invoice, agreement, TODAY.minusDays(50), Money.euros(amount), Money.zero()));
        return agreement;
    }

    private static void look(Page page, String name, int width) {
        AtTheDesk.look(page, "relances-" + name, width);
    }
}
