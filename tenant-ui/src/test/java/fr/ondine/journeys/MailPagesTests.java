package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.ondine.journeys.AtTheDesk.press;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.billing.InvoicesIssued;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.notifications.Announcement;
import fr.ondine.platform.notifications.MailPreferences;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.testing.CaughtMails;
import fr.ondine.testing.Rows;
import fr.ondine.testing.Utilities;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Staff look after mails that did not leave; a subscriber says which are wanted, signed in or from a mail. */
class MailPagesTests extends DeskPortal {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Paris"));

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
    Ledger ledger;

    @Autowired
    MailPreferences preferences;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private final CaughtMails caught = CaughtMails.shared();
    private AgreementId agreement;
    private UserId user;

    @BeforeEach
    void a_utility_that_announces_invoices() {
        fleet.add(
                Utilities.like(Utilities.SIEGVO, utility.slug())
                        .replace("rounding:", "invoice-mails:\n  issued: true\n  due-soon-days: 7\n\nrounding:"),
                "operator:test");
        tenants.refresh();
        in(() -> {
            database.sql("insert into staff_member (id, email, name, role, state, created_at)"
                            + " values (?, ?, 'Anne Martin', 'ADMINISTRATOR', 'ACTIVE', now())")
                    .params(anne, anne + "@exemple.fr")
                    .update();
            var rows = new Rows(database);
            user = rows.user();
            agreement = rows.agreement();
            rows.link(user, agreement);
            database.sql("update agreement set number = '900000001' where id = ?")
                    .param(agreement.value())
                    .update();
        });
    }

    @ParameterizedTest
    @MethodSource("fr.ondine.journeys.Visit#widths")
    void a_mail_that_failed_is_seen_with_why_and_sent_again_and_its_address_is_marked(int width) {
        failed("Une facture reste à régler\u00a0: 94,95\u00a0€", "invoice-issued", true);
        failed("Activez votre compte", "activation", false);
        failed("Vos mensualités", "plan-agreed", true);
        in(() -> database.sql("update mail set unanswered = 2, claimed_at = now() where kind = 'plan-agreed'")
                .update());
        try (var visit = new Visit(utility, port, width, ColorScheme.LIGHT)) {
            visit.open(SignInWithoutAsking.administrator(anne));
            visit.open("/gestion/comptes/" + agreement.value());
            assertThat(visit.page().getByText("refuse nos courriers")).isVisible();
            look(visit.page(), "adresse-refusee", width);

            var page = visit.open("/gestion/courriers");
            AtTheDesk.link(page, "En échec");
            page.waitForURL(Pattern.compile(".*etat=echec&.*"));
            assertThat(page.locator("tbody tr")).hasCount(3);
            assertThat(page.locator("tbody")).containsText("Peut-être parti");
            assertThat(page.locator("tbody")).containsText("Demandez à l'abonné s'il l'a reçu");
            assertThat(page.locator("tbody")).containsText("L'adresse n'existe pas, d'après son serveur.");
            assertThat(page.getByLabel("Renvoyer « Activez")).hasCount(0);
            look(page, "en-echec", width);
            page.getByLabel("Renvoyer « Une facture").click();
            assertThat(page.getByText("Le courrier est renvoyé.")).isVisible();
            assertThat(page.locator("tbody tr")).hasCount(2);
            look(page, "renvoye", width);
            caught.await(address());

            visit.open("/gestion/courriers");
            assertThat(page.locator("tbody"))
                    .containsText("Parti", new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
            look(page, "tous", width);
            visit.open("/gestion/comptes/" + agreement.value());
            assertThat(page.getByText("refuse nos courriers")).hasCount(0);
        }
    }

    @ParameterizedTest
    @MethodSource("fr.ondine.journeys.Visit#widths")
    void who_wants_no_paper_and_is_not_reached_reads_that_invoices_go_by_post_as_staff_do(int width) {
        in(() -> database.sql("insert into invoice_form (agreement_id, form, chosen_at, chosen_by)"
                        + " values (?, 'ELECTRONIC', now(), 'user:' || ?)")
                .params(agreement.value(), user.value())
                .update());
        try (var office = new Visit(utility, port, width, ColorScheme.LIGHT);
                var visit = new Visit(utility, port, width, ColorScheme.LIGHT)) {
            office.open(SignInWithoutAsking.administrator(anne));
            var desk = office.open("/gestion/comptes/" + agreement.value());
            visit.open(SignInWithoutAsking.path(user));
            var own = visit.open("/factures/envoi");
            assertThat(own.locator("#forme")).isVisible();
            assertThat(own.getByText("Vos factures partent en ce moment")).hasCount(0);
            assertThat(desk.getByText("sont choisies sans papier")).hasCount(0);

            failed("Une facture reste à régler", "invoice-issued", false);
            office.open("/gestion/comptes/" + agreement.value());
            assertThat(desk.getByText("sont choisies sans papier")).isVisible();
            look(desk, "sans-papier-poste", width);
            visit.open("/factures/envoi");
            assertThat(own.getByText("Vos factures partent en ce moment")).isVisible();
            look(own, "mes-factures-poste", width);

            in(() ->
                    database.sql("update invoice_form set form = 'LARGE_PRINT'").update());
            visit.open("/factures/envoi");
            assertThat(own.getByText("Vos factures partent en ce moment")).hasCount(0);
        }
    }

    @Test
    void a_relay_tells_of_a_mail_that_came_back_and_nobody_without_its_key() {
        announceAnInvoice();
        var message = caught.await(address()).id();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> mails("sent_at is not null") == 1);

        assertThat(cameBack(host(), message, "Bearer les-retours-des-essais")).isEqualTo(403);
        assertThat(cameBack(host(), message, "x")).isEqualTo(403);
        var key = "Bearer les-retours-des-essais-0123456789";
        assertThat(cameBack("siegvo.localhost:" + port, message, key))
                .as("at another utility")
                .isEqualTo(404);
        assertThat(cameBack(host(), "quelconque", key)).isEqualTo(404);
        assertThat(mails("given_up_at is not null")).isZero();

        in(() -> database.sql("update mail set sent_at = null, plain = 'x', recipient = ?")
                .param(address())
                .update());
        assertThat(cameBack(host(), message, key))
                .as("while it is being handed over")
                .isEqualTo(503);
        in(() -> database.sql("update mail set sent_at = now(), plain = '', recipient = ?")
                .param(new EmailAddress(address()).masked())
                .update());
        assertThat(mails("given_up_at is not null")).isZero();

        assertThat(cameBack(host(), message, key)).isEqualTo(204);
        assertThat(mails("given_up_at is not null")).isOne();
        assertThat(cameBack(host(), message, key)).as("once").isEqualTo(404);
        assertThat(TenantContext.<Boolean, RuntimeException>callAs(utility, () -> preferences.isBounced(user)))
                .isTrue();
    }

    private int cameBack(String host, String message, String authorization) {
        return new RawHttp(port)
                .post(
                        host,
                        "/webhooks/courriers-revenus",
                        "message=" + URLEncoder.encode(message, StandardCharsets.UTF_8) + "&adresse="
                                + URLEncoder.encode(address(), StandardCharsets.UTF_8)
                                + "&raison=550+5.1.1+no+such+user",
                        "Content-Type: application/x-www-form-urlencoded",
                        "Authorization: " + authorization)
                .status();
    }

    private int mails(String condition) {
        return TenantContext.callAs(
                utility,
                () -> transaction.execute(status -> database.sql("select count(*) from mail where " + condition)
                        .query(Integer.class)
                        .single()));
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("fr.ondine.journeys.Visit#widths")
    void a_subscriber_refuses_announcements_from_a_mail_and_takes_them_back_in_the_portal(int width) {
        announceAnInvoice();
        var mail = caught.await(address());
        var link = mail.plain().substring(mail.plain().indexOf("/desabonnement?lien="));
        var address = link.substring(0, link.indexOf('\n'));
        try (var visit = new Visit(utility, port, width, ColorScheme.LIGHT)) {
            var page = visit.open("/desabonnement?lien=x");
            assertThat(page.getByText("Ce lien ne convient pas")).isVisible();
            look(page, "desabonnement-inconnu", width);
            visit.open(address);
            assertThat(refused()).as("by opening the link").isEmpty();
            look(page, "desabonnement", width);
            press(page, "Ne plus recevoir ces messages");
            assertThat(page.getByText("C'est noté")).isVisible();
            look(page, "desabonnement-fait", width);
            assertThat(refused()).containsExactly(Announcement.ISSUED);

            visit.open(SignInWithoutAsking.path(user));
            visit.open("/mon-compte");
            assertThat(page.getByLabel("Chaque nouvelle facture")).not().isChecked();
            page.getByLabel("Chaque nouvelle facture").check();
            page.getByLabel("Une échéance").uncheck();
            page.locator("form").getByText("Enregistrer").click();
            assertThat(page.getByText("Vos préférences sont enregistrées.")).isVisible();
            look(page, "preferences", width);
            assertThat(refused()).containsExactly(Announcement.DUE_SOON);
        }
        var http = new RawHttp(port);
        var form = "Content-Type: application/x-www-form-urlencoded";
        var click = "List-Unsubscribe=One-Click";
        assertThat(http.post(host(), "/webhooks" + address, click, form).status())
                .isEqualTo(200);
        assertThat(refused()).containsExactlyInAnyOrder(Announcement.values());
        assertThat(http.post(host(), "/webhooks/desabonnement?lien=x", click, form)
                        .status())
                .isEqualTo(404);
        assertThat(http.post("siegvo.localhost", "/webhooks" + address, click, form)
                        .status())
                .as("at another utility")
                .isEqualTo(404);
    }

    private void announceAnInvoice() {
        in(() -> {
            var invoice = new Rows(database).invoice(agreement, Money.euros("94.95"), Money.zero());
            database.sql("update invoice set due_on = ? where id = ?")
                    .params(TODAY.plusDays(20), invoice.value())
                    .update();
            ledger.post(LedgerEntry.invoice(invoice, agreement, TODAY, Money.euros("94.95"), Money.zero()));
            var id = new InvoiceId(invoice.value());
            events.publishEvent(new InvoicesIssued(utility, id, id));
        });
    }

    private void failed(String subject, String kind, boolean isKept) {
        in(() -> {
            database.sql("""
                            insert into mail (id, recipient, subject, html, plain, created_at, attempts, last_error, kind, source,
                                agreement_id, given_up_at) values (gen_random_uuid(), ?, ?, ?, ?, now(), 1, '550 no such user', ?,
                                ?, ?, now())""")
                    .params(
                            address(),
                            subject,
                            isKept ? "<p>Payez</p>" : "",
                            isKept ? "Payez" : "",
                            kind,
                            isKept ? UUID.randomUUID() : null,
                            isKept ? agreement.value() : null)
                    .update();
            database.sql("insert into bounced_address values (?, now(), '550') on conflict do nothing")
                    .param(address())
                    .update();
        });
    }

    private Set<Announcement> refused() {
        return TenantContext.callAs(utility, () -> preferences.refused(user));
    }

    private String address() {
        return user.value() + "@exemple.fr";
    }

    private String host() {
        return utility.slug() + ".localhost:" + port;
    }

    private void in(Runnable work) {
        TenantContext.runAs(utility, () -> transaction.executeWithoutResult(status -> work.run()));
    }

    private static void look(Page page, String name, int width) {
        AtTheDesk.look(page, "courriers-" + name, width);
    }
}
