package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import fr.ondine.demo.data.DemoSample;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.imports.Imports;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.Rows;
import fr.ondine.testing.Utilities;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Staff upload a document and put it online; a subscriber finds it on the dashboard and opens it. */
@PortalTest
class DownloadsTests {

    private static final byte[] RULES = "%PDF-1.7 le règlement".getBytes(StandardCharsets.UTF_8);

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    @Autowired
    Imports imports;

    @Autowired
    Fleet fleet;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private UUID administrator;
    private UserId subscriber;

    @BeforeEach
    void an_administrator_and_a_subscriber() {
        DemoSample.load(imports, LocalDate.now(ZoneId.of("Europe/Paris")));
        administrator = UUID.randomUUID();
        subscriber = in(() -> {
            database.sql("insert into staff_member (id, email, name, role, state, created_at)"
                            + " values (?, ?, 'Anne Martin', 'ADMINISTRATOR', 'ACTIVE', now())")
                    .params(administrator, administrator + "@exemple.fr")
                    .update();
            var rows = new Rows(database);
            var user = rows.user();
            rows.link(
                    user,
                    new AgreementId(
                            database.sql("select id from agreement where ended_on is null order by number limit 1")
                                    .query(UUID.class)
                                    .single()));
            return user;
        });
    }

    @AfterEach
    void as_before() {
        fleet.configure("siegvo", Utilities.yaml(Utilities.SIEGVO), "operator:test", "as before");
    }

    @Test
    void a_document_is_uploaded_put_online_and_opened_by_a_subscriber() throws IOException {
        try (var office = new Visit(Utilities.SIEGVO, port, Visit.PHONE, ColorScheme.LIGHT);
                var visit = new Visit(Utilities.SIEGVO, port, Visit.PHONE, ColorScheme.LIGHT)) {
            office.open(SignInWithoutAsking.administrator(administrator));
            var page = office.open("/gestion/configuration/documents");
            look(page, "vide");
            send(page, "Formulaire", "photo.pdf", "GIF89a".getBytes(StandardCharsets.US_ASCII));
            assertThat(page.locator("#fichier-error")).containsText("n'est pas un PDF");
            assertThat(page.getByLabel("Titre pour les abonnés")).hasValue("Formulaire");
            look(page, "refuse");
            page.getByLabel("Fichier PDF").setInputFiles(tooLarge());
            assertThat(page.locator("#fichier-error")).containsText("au plus 10 Mo");
            page.locator("form[enctype]").evaluate("form => form.submit()"); // as a browser without our script does
            page.waitForURL(Pattern.compile(".*refus=trop-lourd"));
            assertThat(page.locator("#fichier-error")).containsText("au plus 10 Mo");
            look(page, "trop-grand");

            send(page, "Règlement du service", "reglement.pdf", RULES);
            assertThat(page.locator(".difference")).containsText("Règlement du service");
            look(page, "a-mettre-en-ligne");
            Assertions.assertThat(
                            dashboard(visit).getByText("Règlement du service").count())
                    .isZero();
            page.getByLabel("Raison du changement").fill("Règlement de 2026");
            press(page, "Mettre en ligne");
            assertThat(page.getByText("C'est en ligne.")).isVisible();

            var link = dashboard(visit).getByText("Règlement du service (PDF)");
            assertThat(link).isVisible();
            Axe.assertClean(visit.page());
            Assertions.assertThat(link.evaluate("link => fetch(link.href).then(answer => answer.text())"))
                    .isEqualTo(new String(RULES, StandardCharsets.UTF_8));
        }
    }

    @Tag("long")
    @Test
    void a_title_is_changed_after_the_upload_without_sending_the_file_again() {
        try (var office = new Visit(Utilities.SIEGVO, port, Visit.PHONE, ColorScheme.LIGHT);
                var visit = new Visit(Utilities.SIEGVO, port, Visit.PHONE, ColorScheme.LIGHT)) {
            office.open(SignInWithoutAsking.administrator(administrator));
            var page = office.open("/gestion/configuration/documents");
            send(page, "Règlement", "reglement.pdf", RULES);
            assertThat(page.getByText("Fichier reçu : reglement.pdf.")).isVisible();
            assertThat(page.locator("input[type=file]")).hasCount(0);
            page.getByLabel("Titre pour les abonnés").fill("Règlement de l'eau");
            press(page, "Voir ce qui change");
            assertThat(page.locator(".difference")).containsText("Règlement de l'eau");
            look(page, "titre-change");
            page.getByLabel("Raison du changement").fill("Règlement de 2026");
            press(page, "Mettre en ligne");
            assertThat(page.getByText("C'est en ligne.")).isVisible();
            assertThat(page.getByLabel("Titre pour les abonnés")).hasValue("");
            assertThat(page.locator("input[type=file]")).isVisible();
            assertThat(dashboard(visit).getByText("Règlement de l'eau (PDF)")).isVisible();
        }
    }

    @Tag("long")
    @Test
    void another_file_can_take_the_place_of_the_one_that_was_sent() {
        try (var office = new Visit(Utilities.SIEGVO, port, Visit.PHONE, ColorScheme.LIGHT)) {
            office.open(SignInWithoutAsking.administrator(administrator));
            var page = office.open("/gestion/configuration/documents");
            send(page, "Règlement & tarifs", "brouillon.pdf", RULES);
            page.getByText("Envoyer un autre fichier à sa place").click();
            assertThat(page.locator("input[type=file]")).isVisible();
            assertThat(page.locator(".difference")).hasCount(0);
            assertThat(page.getByLabel("Titre pour les abonnés")).hasValue("Règlement & tarifs");
        }
    }

    private Page dashboard(Visit visit) {
        return visit.open(SignInWithoutAsking.path(subscriber));
    }

    private Path tooLarge() throws IOException {
        return Files.write(folder.resolve("reglement.pdf"), new byte[11_500_000]);
    }

    private static void send(Page page, String title, String name, byte[] content) {
        page.getByLabel("Titre pour les abonnés").fill(title);
        choose(page, name, content);
        press(page, "Envoyer le fichier");
        page.waitForURL(Pattern.compile(".*(document|refus)=.*"));
        page.locator("#outlet main h1").waitFor();
    }

    private static void choose(Page page, String name, byte[] content) {
        page.getByLabel("Fichier PDF").setInputFiles(new FilePayload(name, "application/pdf", content));
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(Utilities.SIEGVO, () -> transaction.execute(status -> work.get()));
    }

    private static void look(Page page, String name) {
        Axe.assertClean(page);
        Pictures.keep(
                page,
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "screenshots", "staff", "documents-" + name + "-360.png")));
    }
}
