package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.ondine.testing.Utilities.ILEO;
import static fr.ondine.testing.Utilities.SIEGVO;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.DelegationInvited;
import fr.ondine.platform.identity.ActivationRequested;
import fr.ondine.platform.identity.NewAccount;
import fr.ondine.platform.identity.Registration;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.identity.Visitor;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.testing.Rows;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** A holder lets somebody see a contract, who looks at it and can change nothing, until the holder takes it back. */
@PortalTest
@TestPropertySource(properties = "ondine.jobs.enabled=false")
class DelegationPagesTests {

    private static final String PASSWORD = "trois chevaux gris";

    @LocalServerPort
    int port;

    @Autowired
    Registration registration;

    @Autowired
    Announcements announcements;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void a_contract_is_shared_looked_at_and_taken_back() {
        var holder = member();
        var other = member();
        var agreement = contract(holder);
        try (var here = Visit.at(SIEGVO, port);
                var there = new Visit(SIEGVO, port, Visit.PHONE, ColorScheme.LIGHT)) {
            signIn(here, holder);
            var page = here.open("/contrats/partager?contrat=" + agreement.value());
            Axe.assertClean(page);
            look(page, "invite");
            fill(page, "Son adresse e\u2011mail", other);
            fill(page, "Mot de passe actuel", PASSWORD);
            press(page, "Envoyer l'invitation");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Une invitation est partie");
            Axe.assertClean(page);
            look(page, "invited");

            var link = Announcements.link(
                    "/contrats/acces",
                    announcements.last(DelegationInvited.class).token());
            signIn(there, other);
            var theirs = there.open(link);
            Axe.assertClean(theirs);
            look(theirs, "accept");
            press(theirs, "Accepter");
            assertThat(theirs.getByText("Ce contrat est maintenant dans votre espace."))
                    .isVisible();

            there.open("/tableau-de-bord");
            assertThat(theirs.locator("main")).containsText("Martin");
            assertThat(theirs.locator("main")).not().containsText("Payer");
            assertThat(theirs.locator("main")).containsText("transmis par le titulaire");
            Axe.assertClean(theirs);
            look(theirs, "dashboard");
            there.open("/factures");
            assertThat(theirs.locator("main")).containsText("105,50");
            assertThat(theirs.getByText("Le titulaire du contrat règle ses factures."))
                    .isVisible();
            leaks(agreement);
            isReminded(agreement);
            var explained = "/factures/" + invoice(agreement) + "/comprendre?contrat=" + agreement.value();
            there.open(explained);
            assertThat(theirs.locator("main")).containsText("105,50");
            assertThat(theirs.locator("main")).not().containsText("fuite");
            assertThat(theirs.locator("main")).not().containsText("relance");
            assertThat(theirs.locator("main a[href*='factures/envoi']")).hasCount(0);
            here.open(explained);
            assertThat(page.locator("main a[href*='factures/envoi']")).hasCount(1);
            assertThat(page.locator("main")).containsText("Une relance vous a été adressée");
            assertThat(page.getByText("Y a-t-il une fuite chez vous ?")).isVisible();
            isPaidByMonth(agreement);
            for (var address : List.of("/tableau-de-bord", "/factures")) {
                there.open(address);
                assertThat(theirs.locator("main a[href*='echeancier']")).hasCount(0);
                here.open(address);
                assertThat(page.locator("main a[href*='echeancier']").first()).isVisible();
            }
            there.open("/consommations");
            assertThat(theirs.locator("main")).containsText("par le titulaire");
            assertThat(theirs.locator("main")).not().containsText("par vous");
            here.open("/consommations");
            assertThat(page.locator("main")).containsText("par vous");
            there.open("/consommations/releve?contrat=" + agreement.value());
            assertThat(theirs.getByText("Cette page est pour le titulaire du contrat"))
                    .isVisible();
            there.open("/contrats/partager?contrat=" + agreement.value());
            assertThat(theirs.getByText("Cette page est pour le titulaire du contrat"))
                    .isVisible();
            there.open("/mon-compte");
            assertThat(theirs.getByText("Contrats partagés avec moi")).isVisible();
            look(theirs, "account");

            here.open("/contrats/partager?contrat=" + agreement.value());
            page.locator(".devices li").getByText("Retirer").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("est retiré");
            there.open("/factures");
            assertThat(theirs.locator("main")).not().containsText("105,50");
            there.open(link);
            assertThat(theirs.getByText("Cette invitation ne peut pas être acceptée ici"))
                    .isVisible();
        }
    }

    @Test
    void who_is_invited_opens_an_account_without_a_contract_where_others_begin_with_theirs() {
        var holder = member(ILEO);
        var agreement = contract(ILEO, holder);
        var other = address();
        try (var here = Visit.at(ILEO, port);
                var there = new Visit(ILEO, port, Visit.PHONE, ColorScheme.LIGHT)) {
            signIn(here, holder);
            var page = here.open("/contrats/partager?contrat=" + agreement.value());
            fill(page, "Son adresse e\u2011mail", other);
            fill(page, "Mot de passe actuel", PASSWORD);
            press(page, "Envoyer l'invitation");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Une invitation est partie");
            var link = Announcements.link(
                    "/contrats/acces",
                    announcements.last(DelegationInvited.class).token());

            there.open("/inscription");
            var theirs = there.page();
            assertThat(theirs.getByText("Étape 1 sur 3")).isVisible();
            there.open("/contrats/acces?jeton=inconnu");
            assertThat(theirs.getByText("Un contrat vous est ouvert")).not().isVisible();
            there.open("/inscription");
            assertThat(theirs.getByText("Étape 1 sur 3")).isVisible();

            there.open(link.replace("jeton=", "jeton=inconnu&jeton="));
            assertThat(theirs.getByText("Première visite ?")).isVisible();
            assertThat(theirs.getByText("Un contrat vous est ouvert")).not().isVisible();

            there.open(link);
            assertThat(theirs.getByText("Un contrat vous est ouvert")).isVisible();
            Axe.assertClean(theirs);
            look(theirs, "sign-in");
            theirs.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Créer mon espace"))
                    .click();
            assertThat(theirs.getByText("Une personne partage son contrat avec vous."))
                    .isVisible();
            Axe.assertClean(theirs);
            look(theirs, "sign-up");
            fill(theirs, "Adresse e\u2011mail", other);
            fill(theirs, "Mot de passe", PASSWORD);
            fill(theirs, "Confirmation du mot de passe", PASSWORD);
            press(theirs, "Valider");
            assertThat(theirs.getByText("Relevez votre boîte mail")).isVisible();
            there.open(Announcements.link(
                    "/activation", announcements.last(ActivationRequested.class).token()));
            theirs.locator("#password").fill(PASSWORD);
            press(theirs, "Activer mon compte");
            // signed in by it, and led on to what they came for
            press(theirs, "Accepter");
            assertThat(theirs.getByText("Ce contrat est maintenant dans votre espace."))
                    .isVisible();

            there.open("/mon-compte");
            theirs.getByText("Y renoncer").click();
            assertThat(theirs.locator(":focus")).containsText("Vous ne voyez plus le contrat");
            Axe.assertClean(theirs);
            there.open("/tableau-de-bord");
            assertThat(theirs.locator("main")).not().containsText("105,50");
        }
    }

    private AgreementId contract(String holder) {
        return contract(SIEGVO, holder);
    }

    private AgreementId contract(TenantId utility, String holder) {
        return TenantContext.callAs(
                utility,
                () -> transaction.execute(status -> {
                    var rows = new Rows(database);
                    var agreement = rows.agreement();
                    var user = database.sql("select id from user_account where email = ?")
                            .param(holder)
                            .query(UUID.class)
                            .single();
                    rows.link(new UserId(user), agreement);
                    database.sql("insert into reading (id, meter_id, read_on, register_value, source, quality,"
                                    + " recorded_at) values (?, ?, current_date, 12000, 'CUSTOMER', 'ACTUAL', now())")
                            .params(UUID.randomUUID(), rows.meter(agreement))
                            .update();
                    var net = Money.euros("100.00");
                    var vat = Money.euros("5.50");
                    ledger.post(LedgerEntry.invoice(
                            rows.invoice(agreement, net, vat), agreement, LocalDate.of(2026, 1, 15), net, vat));
                    return agreement;
                }));
    }

    private UUID invoice(AgreementId agreement) {
        return TenantContext.callAs(
                SIEGVO,
                () -> transaction.execute(status -> database.sql("select id from invoice where agreement_id = ?")
                        .param(agreement.value())
                        .query(UUID.class)
                        .single()));
    }

    private void isPaidByMonth(AgreementId agreement) {
        var plan = UUID.randomUUID();
        TenantContext.runAs(
                SIEGVO,
                () -> transaction.executeWithoutResult(status -> {
                    database.sql(
                                    "insert into instalment_plan (id, agreement_id, state, version, day, year_amount, basis,"
                                            + " agreed_on, agreed_by) values (?, ?, 'AGREED', 1, 5, 300, 'TARIFF', current_date - 60,"
                                            + " 'test')")
                            .params(plan, agreement.value())
                            .update();
                    database.sql("insert into instalment values (?, 1, 1, current_date + 20, 300)")
                            .param(plan)
                            .update();
                }));
    }

    private void isReminded(AgreementId agreement) {
        var letter = UUID.randomUUID();
        var invoice = invoice(agreement);
        TenantContext.runAs(
                SIEGVO,
                () -> transaction.executeWithoutResult(status -> {
                    database.sql(
                                    "insert into reminder_batch (id, state, day, created_at, created_by, sent_on, sent_by,"
                                            + " reminder_text) values (?, 'SENT', current_date, now(), 'x', current_date, 'x', 'x')")
                            .param(letter)
                            .update();
                    database.sql(
                                    "insert into reminder_letter (id, batch_id, agreement_id, step, state, amount, oldest_due,"
                                            + " by_mail, by_paper, sent_on) values (?, ?, ?, 'REMINDER', 'SENT', 105.50, current_date,"
                                            + " false, true, current_date)")
                            .params(letter, letter, agreement.value())
                            .update();
                    database.sql("insert into reminder_debt (letter_id, invoice_id, step, amount, counts)"
                                    + " values (?, ?, 'REMINDER', 105.50, true)")
                            .params(letter, invoice)
                            .update();
                }));
    }

    /** Its invoice tells of a leak, which is its holder's to look for. */
    private void leaks(AgreementId agreement) {
        TenantContext.runAs(
                SIEGVO,
                () -> transaction.executeWithoutResult(
                        status -> database.sql("insert into leak_file (id, agreement_id, used_from, read_on, litres,"
                                        + " mean_litres, is_of_zone, state, detected_at, mailed_at, invoice_id, notified_on,"
                                        + " notice_channel, notice_proof, answer_by) select gen_random_uuid(), agreement_id,"
                                        + " current_date - 200, current_date - 20, 200000, 50000, false, 'AWAITING', now(),"
                                        + " now(), id, issued_on, 'INVOICE', number, current_date + 20 from invoice"
                                        + " where agreement_id = ?")
                                .param(agreement.value())
                                .update()));
    }

    private String member() {
        return member(SIEGVO);
    }

    private static String address() {
        return "p" + UUID.randomUUID().toString().substring(0, 12) + "@exemple.fr";
    }

    private String member(TenantId utility) {
        var email = address();
        TenantContext.runAs(utility, () -> {
            registration.signUp(new NewAccount(new EmailAddress(email), PASSWORD), new Visitor(email));
            registration.activate(announcements.last(ActivationRequested.class).token(), PASSWORD);
        });
        return email;
    }

    private static void signIn(Visit visit, String email) {
        var page = visit.open("/mon-compte");
        fill(page, "Adresse e\u2011mail", email);
        fill(page, "Mot de passe", PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/mon-compte.*"));
    }

    private static void look(Page page, String name) {
        for (var width : Visit.widths().toArray()) {
            var before = page.viewportSize();
            page.setViewportSize(width, 900);
            Pictures.keep(
                    page,
                    new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of("target", "pages", "shared-" + name + "-" + width + ".png")));
            page.setViewportSize(before.width, before.height);
        }
    }

    private static void fill(Page page, String label, String text) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
