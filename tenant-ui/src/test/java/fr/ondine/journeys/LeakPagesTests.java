package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.runs.BillingRuns;
import fr.ondine.platform.runs.Perimeter;
import fr.ondine.platform.runs.RunKind;
import fr.ondine.platform.runs.RunState;
import fr.ondine.platform.runs.RunTerms;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tariffs.TariffDesk;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.Rows;
import fr.ondine.testing.Utilities;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A household is told of a leak with its invoice, sends the plumber's certificate, and pays what the law says. */
class LeakPagesTests extends DeskPortal {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Paris"));
    private static final LocalDate FROM = TODAY.minusMonths(6).withDayOfMonth(1);
    private static final LocalDate LAST_DAY = TODAY.withDayOfMonth(1).minusDays(1);

    private final TenantId utility =
            new TenantId("l" + UUID.randomUUID().toString().replace("-", "").substring(0, 12));
    private final CurrentStaff anne =
            ProvenStaff.of(utility.slug(), UUID.randomUUID(), "anne@l.fr", "Anne", StaffRole.ADMINISTRATOR, 0);

    @LocalServerPort
    int port;

    @Autowired
    Fleet fleet;

    @Autowired
    Tenants tenants;

    @Autowired
    TariffDesk desk;

    @Autowired
    BillingRuns runs;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private UserId person;

    @BeforeEach
    void a_household_whose_invoice_is_three_times_what_is_usual() {
        fleet.add(Utilities.like(Utilities.SIEGVO, utility.slug()), "operator:test");
        tenants.refresh();
        in(() -> {
            database.sql("insert into staff_member (id, email, name, role, state, created_at)"
                            + " values (?, ?, 'Anne Martin', 'ADMINISTRATOR', 'ACTIVE', now())")
                    .params(anne.id(), anne.id() + "@exemple.fr")
                    .update();
            var places = new BilledPlaces(database, FROM, LAST_DAY);
            person = new Rows(database).user();
            new Rows(database).link(person, places.used("900000002", 110));
            return places.used("900000001", 40);
        });
        TenantContext.runAs(utility, () -> BilledPlaces.tariff(desk, anne));
        billed();
    }

    @ParameterizedTest
    @MethodSource("fr.ondine.journeys.Visit#widths")
    void a_certificate_that_is_sent_is_granted_with_what_it_takes_back(int width) {
        try (var visit = new Visit(utility, port, width, ColorScheme.LIGHT)) {
            visit.open(SignInWithoutAsking.path(person));
            var page = visit.open("/tableau-de-bord");
            look(page, "tableau-de-bord", width);
            page.getByText("Voir que faire").click();
            page.waitForURL(Pattern.compile(".*/fuites/[0-9a-f-]+"));
            var own = URI.create(page.url()).getPath();
            assertThat(page.getByText(Pattern.compile("^jusqu'au "))).isVisible();
            look(page, "que-faire", width);
            press(page, "Demander la vérification");
            assertThat(page.getByText("Votre demande est bien arrivée.")).isInViewport();
            assertThat(page.getByText(Pattern.compile("Nous vous répondons le .* au plus tard")))
                    .isVisible();
            look(page, "verification", width);
            if (width == Visit.PHONE) {
                page.addStyleTag(new Page.AddStyleTagOptions().setContent(".by-camera { display: block !important; }"));
                assertThat(page.getByLabel("Prendre l'attestation en photo")).hasAttribute("capture", "environment");
                look(page, "appareil-photo", width);
            }

            page.locator("#lieu").fill("Sous la terrasse");
            page.locator("#repare").fill(TODAY.toString());
            page.locator("#fichier").setInputFiles(file("facture.pdf", "<html>"));
            page.locator("main button[type=submit]").click();
            assertThat(page.locator("#fichier-error")).containsText("Choisissez une photo");
            assertThat(page.locator(":focus")).containsText("Vérifiez ce qui suit");
            assertThat(page.locator(":focus")).isInViewport();
            page.navigate(page.url().replaceAll("refus=[^&]+", "refus=trop-de-fichiers"));
            assertThat(page.getByText("Vérifiez ce qui suit")).isInViewport();
            assertThat(page.locator("#lieu")).hasValue("Sous la terrasse");
            look(page, "refusee", width);
            page.locator("#fichier").setInputFiles(file("photo.txt", "%PDF-1.7 attestation"));
            page.locator("main button[type=submit]").click();
            assertThat(page.getByText("Votre attestation est bien arrivée")).isVisible();
            assertThat(page.getByText("Envoyer une meilleure attestation")).isVisible();
            assertThat(page.getByText(Pattern.compile("Nous vous répondons le .* au plus tard")))
                    .isVisible();
            assertThat(page.locator(".card.main")).hasCount(0);
            visit.open("/tableau-de-bord");
            assertThat(page.locator("main")).containsText("Nous avons votre attestation");
            assertThat(page.locator("main")).not().containsText("Y a-t-il une fuite");
            visit.open("/consommations");
            assertThat(page.locator("main")).containsText("Nous avons votre attestation");
            assertThat(page.locator("main")).not().containsText("a plus que doublé");
            visit.open(own);
            look(page, "envoyee", width);
        }
        try (var visit = new Visit(utility, port, width, ColorScheme.LIGHT)) {
            visit.open(SignInWithoutAsking.administrator(anne.id()));
            var page = visit.open("/gestion/fuites");
            assertThat(page.locator("tbody tr")).hasCount(1);
            look(page, "dossiers", width);
            page.locator("tbody a").first().click();
            page.waitForURL(Pattern.compile(".*/gestion/fuites/[0-9a-f-]+.*"));
            look(page, "dossier", width);
            Assertions.assertThat(volume(page, "Double de la moyenne"))
                    .isEqualByComparingTo(volume(page, "Moyenne").multiply(BigDecimal.TWO));
            var letter = page.locator("form:has(#lettre-du)");
            letter.locator("#lettre-du").fill(TODAY.plusDays(1).toString());
            letter.locator("#lettre-numero").fill("LR 1A 234 567 8901 2");
            letter.locator("button[type=submit]").click();
            assertThat(page.locator("#lettre-du-error")).containsText("au plus tard aujourd'hui");
            letter.locator("#lettre-du").fill(TODAY.toString());
            letter.locator("button[type=submit]").click();
            assertThat(page.getByText("La lettre est enregistrée.")).isVisible();
            assertThat(page.locator(".steps"))
                    .containsText("Lettre à l'abonné, saisie par Anne Martin : LR 1A 234 567 8901 2");
            look(page, "lettre", width);
            page.locator("#verification-constat").fill("Le compteur fonctionne.");
            page.locator("form:has(#verification-constat) button[type=submit]").click();
            assertThat(page.getByText("La réponse est enregistrée.")).isVisible();
            assertThat(page.locator(".steps"))
                    .containsText("Compteur vérifié par Anne Martin : Le compteur fonctionne.");
            press(page, "L'attestation est conforme");
            assertThat(page.getByText("L'attestation est vérifiée.")).isVisible();
            assertThat(page.getByText(Pattern.compile("^Restent dus .* d'eau\\.$")))
                    .isVisible();
            page.locator("main button[type=submit]")
                    .filter(new Locator.FilterOptions().setHasText("Accepter et retirer"))
                    .click();
            assertThat(page.getByText("C'est accepté")).isVisible();
            var file = page.url().replaceFirst("[?].*", "");
            var agreement = in(() -> database.sql("select agreement_id from leak_file")
                    .query(UUID.class)
                    .single());
            visit.open("/gestion/comptes/" + agreement);
            look(page, "compte", width);
            page.locator("main a[href*='/gestion/fuites/']").click();
            page.waitForURL(file);
            assertThat(page.getByText(Pattern.compile("Avoir .* sur la facture")))
                    .isVisible();
            assertThat(page.getByText("Télécharger l'attestation")).isVisible();
            Assertions.assertThat(page.evaluate(
                            "link => fetch(link).then(file => file.headers.get('content-disposition'))",
                            page.locator("a", new Page.LocatorOptions().setHasText("Télécharger l'attestation"))
                                    .getAttribute("href")))
                    .as("what somebody sent is never a page of ours")
                    .asString()
                    .startsWith("attachment");
            look(page, "accepte", width);
            page.getByText("Voir l'avoir").click();
            assertThat(page.locator("h1")).containsText("Avoir");
            visit.open(file.replaceFirst(".*(?=/gestion/)", ""));
            page.locator("main dl a[href*='/gestion/factures/']").last().click();
            assertThat(page.locator("h1")).containsText("Facture");
            visit.open(file.replaceFirst(".*(?=/gestion/)", ""));
            page.locator("main dl a[href*='/gestion/comptes/']").click();
            page.waitForURL("**/gestion/comptes/" + agreement);
            visit.open("/gestion/fuites?etat=acceptee");
            assertThat(page.locator("tbody tr")).hasCount(1);
        }
        try (var visit = new Visit(utility, port, width, ColorScheme.LIGHT)) {
            visit.open(SignInWithoutAsking.path(person));
            var file = in(() ->
                    database.sql("select id from leak_file").query(UUID.class).single());
            var gone = UUID.randomUUID();
            in(() -> database.sql("insert into leak_merged (gone_id, file_id) values (?, ?)")
                    .params(gone, file)
                    .update());
            var page = visit.open("/fuites/" + gone);
            page.waitForURL("**/fuites/" + file);
            assertThat(page.getByText(Pattern.compile("126,32.€ ont été retirés de vos factures")))
                    .isVisible();
            look(page, "reduite", width);
            visit.open("/tableau-de-bord");
            assertThat(page.locator("main")).containsText("Votre demande est acceptée");
            assertThat(page.locator("main")).not().containsText("a plus que doublé");
            visit.open("/consommations");
            assertThat(page.locator("main")).containsText("Votre demande est acceptée");
            visit.open("/factures");
            assertThat(page.locator("tbody")).containsText("Avoir (PDF)");
        }
    }

    @Test
    void what_cannot_be_right_is_said_beside_its_field_before_anything_is_sent() {
        var file = in(
                () -> database.sql("select id from leak_file").query(UUID.class).single());
        try (var visit = new Visit(utility, port, Visit.PHONE, ColorScheme.LIGHT)) {
            visit.open(SignInWithoutAsking.path(person));
            var page = visit.open("/fuites/" + file);
            var posted = new CopyOnWriteArrayList<String>();
            page.onRequest(asked -> {
                if (asked.url().endsWith("/attestation")) {
                    posted.add(asked.url());
                }
            });
            var send = page.locator("main button[type=submit]");

            send.click();
            assertThat(page.locator("#lieu-error")).hasText("Remplissez « Où était la fuite ? ».");
            assertThat(page.locator("#repare-error")).hasText("Remplissez « Réparée le ».");
            assertThat(page.locator("#fichier-error")).containsText("Choisissez une photo");
            assertThat(page.locator(":focus")).containsText("Vérifiez ce qui suit");
            look(page, "a-completer", Visit.PHONE);

            page.locator("#lieu").fill("Sous la terrasse");
            page.locator("#repare").fill(TODAY.plusDays(1).toString());
            page.locator("#fichier").setInputFiles(file("photo.pdf", "%PDF-1.7 " + "x".repeat(11 << 20)));
            assertThat(page.locator("#fichier-error")).containsText("Le fichier dépasse 10 Mo");
            page.locator("#fichier").setInputFiles(file("photo.pdf", "%PDF-1.7 attestation"));
            assertThat(page.locator("#fichier-error")).isHidden();
            send.click();
            assertThat(page.locator("#repare-error")).containsText("au plus tard aujourd'hui");
            assertThat(page.locator("#lieu-error")).isHidden();
            Assertions.assertThat(posted).isEmpty();

            page.locator("#repare").fill(TODAY.toString());
            send.click();
            assertThat(page.getByText("Votre attestation est bien arrivée")).isVisible();
            Assertions.assertThat(posted).hasSize(1);
        }
    }

    @Test
    void a_household_that_no_mail_reaches_gets_its_refusal_on_paper() {
        in(() -> database.sql("delete from customer_link").update());
        try (var visit = new Visit(utility, port, Visit.PHONE, ColorScheme.LIGHT)) {
            visit.open(SignInWithoutAsking.administrator(anne.id()));
            var page = visit.open("/gestion/fuites");
            page.locator("tbody a").first().click();
            page.waitForURL(Pattern.compile(".*/gestion/fuites/[0-9a-f-]+.*"));
            var refuse = page.locator("form:has(#motif-refus) button[type=submit]");
            refuse.click();
            assertThat(page.locator("#motif-refus-error")).containsText("Dites pourquoi");
            page.locator("#motif-refus").fill("La fuite était sur un chauffe-eau.");
            refuse.click();
            assertThat(page.getByText("Refuser la réduction")).isInViewport();
            assertThat(page.locator(".notice:has(.quote)")).isFocused();
            assertThat(page.locator(".notice .quote")).hasText("La fuite était sur un chauffe-eau.");
            assertThat(page.getByText(Pattern.compile("Rien n'est retiré de la facture \\S+\\. Le dossier se ferme")))
                    .isVisible();
            look(page, "refuser", Visit.PHONE);
            press(page, "Ne pas refuser");
            assertThat(page.locator("#motif-refus")).isFocused();
            assertThat(page.locator("#motif-refus")).hasValue("La fuite était sur un chauffe-eau.");
            assertThat(page.locator(".steps")).not().containsText("Demande refusée");
            refuse.click();
            press(page, "Oui, refuser");
            assertThat(page.getByText("n'a pu partir")).isVisible();
            look(page, "a-imprimer", Visit.PHONE);
            var letter = page.getByText("Imprimer la lettre").getAttribute("href");
            org.assertj.core.api.Assertions.assertThat(
                            page.evaluate("async link => (await fetch(link)).headers.get('content-type')", letter))
                    .isEqualTo("application/pdf");

            press(page, "Rouvrir le dossier");
            assertThat(page.locator("#motif-reouverture-error")).containsText("Remplissez « Motif »");
            page.locator("#motif-reouverture").fill("Une meilleure attestation est arrivée.");
            press(page, "Rouvrir le dossier");
            assertThat(page.getByText("Le dossier est rouvert.")).isVisible();
            assertThat(page.locator(".steps"))
                    .containsText("Dossier rouvert par Anne Martin : Une meilleure attestation est arrivée.");
            assertThat(page.locator("#motif-refus")).isVisible();
            look(page, "rouvert", Visit.PHONE);
        }
    }

    @ParameterizedTest
    @MethodSource("fr.ondine.journeys.Visit#widths")
    void a_certificate_that_came_too_late_is_granted_for_a_reason_alone(int width) {
        in(() -> database.sql("update leak_file set notified_on = ?, answer_by = ?")
                .params(TODAY.minusDays(60), TODAY.minusDays(29))
                .update());
        try (var visit = new Visit(utility, port, width, ColorScheme.LIGHT)) {
            visit.open(SignInWithoutAsking.path(person));
            var own = visit.open("/tableau-de-bord");
            assertThat(own.locator("main")).containsText("s'est terminé le");
            assertThat(own.locator("main")).not().containsText("au plus tard");
            look(own, "delai-passe", width);
            own.getByText("Voir que faire").click();
            assertThat(own.getByText(Pattern.compile("^délai passé depuis le ")))
                    .isVisible();
            assertThat(own.locator("main")).not().containsText("Vous ne paierez alors");
            assertThat(own.locator("main")).not().containsText("dans le même délai");
            look(own, "delai-passe-que-faire", width);
        }
        try (var visit = new Visit(utility, port, width, ColorScheme.LIGHT)) {
            visit.open(SignInWithoutAsking.administrator(anne.id()));
            var page = visit.open("/gestion/fuites");
            assertThat(page.locator("tbody")).containsText("Délai passé");
            page.locator("tbody a").first().click();
            page.waitForURL(Pattern.compile(".*/gestion/fuites/[0-9a-f-]+.*"));
            page.getByLabel("Lieu de la fuite").fill("Sous la terrasse");
            page.getByLabel("Réparée le").fill(TODAY.minusDays(20).toString());
            page.getByLabel("Reçue le").fill(TODAY.toString());
            press(page, "Enregistrer l'attestation");
            assertThat(page.getByText("L'attestation est arrivée trop tard")).isVisible();
            look(page, "trop-tard", width);

            var grant = page.locator("form:has(#motif-accord) button[type=submit]");
            grant.click();
            assertThat(page.locator("#motif-accord-error")).containsText("Dites pourquoi");
            page.locator("#motif-accord").fill("Hospitalisée en juillet.");
            grant.click();
            assertThat(page.getByText("C'est accepté")).isVisible();
            assertThat(page.locator(".steps")).containsText("Hospitalisée en juillet.");
            look(page, "trop-tard-accepte", width);
        }
    }

    private static FilePayload file(String name, String content) {
        return new FilePayload(name, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8));
    }

    /** As it is written, so that who reads both can add them up. */
    private static BigDecimal volume(Page page, String term) {
        var value = page.locator("dl > div")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("dt").getByText(term, new Locator.GetByTextOptions().setExact(true))))
                .locator("dd")
                .innerText();
        return new BigDecimal(value.replaceAll("[\\s\\u00a0\\u202f]*m³.*", "")
                .replaceAll("[\\s\\u00a0\\u202f]", "")
                .replace(',', '.'));
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }

    private void billed() {
        var period = Period.ofDays(FROM, LAST_DAY);
        var terms = new RunTerms(RunKind.ACTUAL, period, TODAY, TODAY, TODAY.plusDays(30));
        var run = in(() -> runs.order(terms, Perimeter.everybody(), "staff:anne"));
        until(() -> runs.progress(run).state() == RunState.SIMULATED);
        in(() -> {
            runs.validate(run, "staff:anne");
            return run;
        });
        until(() -> runs.progress(run).state() == RunState.ISSUED);
    }

    private void until(Supplier<Boolean> reached) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> in(reached));
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(utility, () -> transaction.execute(status -> work.get()));
    }

    private static void look(Page page, String name, int width) {
        Axe.assertClean(page);
        Pictures.keep(
                page,
                new Page.ScreenshotOptions()
                        .setPath(Path.of("target/screenshots/fuite-" + name + "-" + width + ".png"))
                        .setFullPage(true));
    }
}
