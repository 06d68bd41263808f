package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import fr.ondine.isolation.Relay;
import fr.ondine.migrations.UtilityState;
import fr.ondine.platform.fleet.TransferProgress;
import fr.ondine.platform.fleet.UtilityExport;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.operators.Permission;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.Utilities;
import fr.ondine.ui.shell.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whole utilities leave and arrive at the console, at a desk and on a phone; what the page says when that breaks off. */
class ConsoleTransferTests extends ConsolePages {

    private static final String PASSPHRASE = "une phrase bien longue";

    @Autowired
    UtilityExport exports;

    @Autowired
    Texts texts;

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("fr.ondine.journeys.Visit#widths")
    void a_utility_is_exported_and_comes_again_under_another_name(int width) throws IOException {
        fleet.add(yaml(), "operator:test");
        try (var visit = Visit.atConsole(port, width, ColorScheme.LIGHT)) {
            comeIn(visit, Permission.ADMINISTER);
            var page = visit.open("/console/collectivites/" + slug + "/export");
            look(page, "export", width);
            askExport(page, PASSWORD, "une phrase bien courte");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Les deux phrases diffèrent");
            assertThat(page.getByRole(AriaRole.ALERT)).isFocused();
            askExport(page, "un autre mot de passe", PASSPHRASE);
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Ce n'est pas votre mot de passe actuel");
            Assertions.assertThat(directory.acts(slug, 9))
                    .extracting(act -> act.action())
                    .doesNotContain("exported");
            var download = page.waitForDownload(() -> askExport(page, PASSWORD, PASSPHRASE));
            Assertions.assertThat(download.suggestedFilename())
                    .startsWith(slug + "-")
                    .endsWith(".zip");
            Assertions.assertThat(page.evaluate("document.cookie")).asString().contains("begun=1");
            takeIn(visit, Files.readAllBytes(download.path()), width);
        }
        Assertions.assertThat(directory.acts(slug, 1)).singleElement().satisfies(act -> {
            Assertions.assertThat(act.action()).isEqualTo("exported");
            Assertions.assertThat(act.actor()).endsWith("@exploitant.fr");
        });
    }

    @Test
    void while_an_export_has_not_begun_its_button_asks_for_no_other() {
        fleet.add(yaml(), "operator:test");
        try (var visit = desk()) {
            comeIn(visit, Permission.ADMINISTER);
            var page = visit.open("/console/collectivites/" + slug + "/export");
            var asked = new AtomicInteger();
            page.route("**/export/fichier", asking -> {
                asked.incrementAndGet();
                asking.fulfill(new Route.FulfillOptions().setStatus(204)); // no new page, as of a download
            });
            var button = page.locator("form [type=submit]");
            fillExport(page, "une autre", PASSPHRASE);
            page.locator("[name=phrase]").fill("");
            button.evaluate("button => button.click()");
            page.waitForTimeout(1500);
            assertThat(button).not().hasAttribute("aria-busy", "true");

            fillExport(page, PASSWORD, PASSPHRASE);
            button.evaluate("button => button.click()");
            assertThat(button).hasAttribute("aria-busy", "true");
            button.evaluate("button => button.click()");
            page.evaluate("document.cookie = 'begun=1; path=/'");
            assertThat(button).not().hasAttribute("aria-busy", "true");
            Assertions.assertThat(asked).hasValue(1);
        }
    }

    @Test
    @Tag("long")
    void what_cannot_be_exported_any_more_is_a_page_that_says_so() {
        fleet.add(yaml(), "operator:test");
        try (var visit = desk()) {
            comeIn(visit, Permission.ADMINISTER);
            var page = visit.open("/console/collectivites/" + slug + "/export");
            page.locator("form[data-download]")
                    .evaluate("(form, gone) => form.action = form.action.replace(gone, 'nobody')", slug);
            askExport(page, PASSWORD, PASSPHRASE);
            page.waitForURL(Pattern.compile(".*/console/collectivites/nobody/export.*"));
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .containsText("n'existe pas");
        }
    }

    @Test
    @Tag("long")
    void an_import_that_nobody_hears_of_any_more_goes_on_and_its_page_says_so() throws IOException {
        fleet.add(yaml(), "operator:test");
        var export = exported();
        var line = new Relay("localhost", port);
        try (var visit = Visit.atConsole(line.port(), Visit.DESK, ColorScheme.LIGHT)) {
            comeIn(visit, Permission.ADMINISTER);
            var page = visit.open("/console/importer");
            line.cutAt("application/x-ndjson");
            askImport(page, export, PASSPHRASE);
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("l'import continue peut-être");
        }
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> Assertions.assertThat(directory.find(slug + "b"))
                        .hasValueSatisfying(
                                there -> Assertions.assertThat(there.state()).isEqualTo(UtilityState.READY)));
    }

    @Test
    @Tag("long")
    void an_import_that_cannot_be_sent_leaves_nothing_and_its_page_says_so() throws IOException {
        fleet.add(yaml(), "operator:test");
        var export = exported();
        try (var visit = desk()) {
            comeIn(visit, Permission.ADMINISTER);
            var page = visit.open("/console/importer");
            page.route("**/console/importer/fichier*", Route::abort);
            askImport(page, export, PASSPHRASE);
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("rien n'a été envoyé");
        }
        Assertions.assertThat(directory.find(slug + "b")).isEmpty();
    }

    @Test
    void what_cannot_be_taken_is_not_sent() {
        try (var visit = desk()) {
            comeIn(visit, Permission.ADMINISTER);
            var page = visit.open("/console/importer");
            var sent = new AtomicInteger();
            page.onRequest(request -> {
                if (request.method().equals("POST") && request.url().contains("/console/importer/fichier")) {
                    sent.incrementAndGet();
                }
            });
            askImport(page, new byte[LARGEST_IMPORT + 1], PASSPHRASE);
            Assertions.assertThat(page.getByLabel("Fichier d'export").evaluate("file => file.validationMessage"))
                    .asString()
                    .contains("dépasse la taille admise");
            page.context().clearCookies();
            askImport(page, new byte[LARGEST_IMPORT], PASSPHRASE);
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Votre session est terminée");
            Assertions.assertThat(sent).hasValue(0);
        }
    }

    @Test
    @Tag("long")
    void a_refusal_that_nobody_put_into_words_is_said_all_the_same() {
        var unsaid = new DomainException("fleet.unsaid", 1) {};
        var said = new DomainException("fleet.transfer-altered", "manifest.json") {};

        TenantContext.runAs(Utilities.SIEGVO, () -> {
            Assertions.assertThat(texts.sayRefusal(unsaid)).isEqualTo(texts.say("shell.refused"));
            Assertions.assertThat(texts.sayRefusal(said)).contains("manifest.json");
        });
    }

    private byte[] exported() throws IOException {
        var written = folder.resolve(slug + ".zip");
        exports.run(slug, written, PASSPHRASE, "operator:test", TransferProgress.SILENT);
        return Files.readAllBytes(written);
    }

    private static void askExport(Page page, String password, String again) {
        fillExport(page, password, again);
        press(page, "Exporter");
    }

    private static void fillExport(Page page, String password, String again) {
        fill(page, "Phrase secrète", PASSPHRASE);
        fill(page, "Phrase secrète, une seconde fois", again);
        fill(page, "Mot de passe actuel", password);
    }

    private void takeIn(Visit visit, byte[] export, int width) {
        var page = visit.open("/console/importer");
        askImport(page, export, "ce n'est pas la bonne");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Ce n'est pas la phrase secrète de cet export");
        look(page, "import-refuse", width);
        page.evaluate("""
                () => {
                  const told = document.querySelector('[role=status] span');
                  window.toldOut = 0;
                  new MutationObserver(() => window.toldOut++).observe(told, { childList: true });
                }
                """);
        fill(page, "Phrase secrète", PASSPHRASE);
        press(page, "Importer");
        assertThat(page.getByRole(AriaRole.STATUS))
                .containsText(Pattern.compile(
                        "est importée.\\sLignes\\s: \\d.*\\s; documents\\s: 0\\s; travaux repris\\s: \\d+"));
        Assertions.assertThat((Integer) page.evaluate("window.toldOut"))
                .as("read out: sent, loading, done; not each row")
                .isLessThanOrEqualTo(3);
        look(page, "import-fait", width);
        page.getByRole(AriaRole.LINK, named("Voir la collectivité")).click();
        page.waitForURL(Pattern.compile(".*/console/collectivites/" + slug + "b"));
        assertThat(page.getByText("En service").first()).isVisible();
        assertThat(page.locator(".acts")).containsText("Importée – depuis " + slug);
        look(page, "importee", width);
    }

    private void askImport(Page page, byte[] export, String passphrase) {
        page.getByLabel("Fichier d'export").setInputFiles(new FilePayload("e.zip", "application/zip", export));
        fill(page, "Phrase secrète", passphrase);
        fill(page, "Autre nom court", slug + "b");
        fill(page, "Autre adresse du portail", slug + "b.localhost");
        press(page, "Importer");
    }
}
