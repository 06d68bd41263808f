package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import fr.ondine.isolation.Relay;
import fr.ondine.migrations.OndineDatabase;
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
    OndineDatabase database;

    @Autowired
    Texts texts;

    @TempDir
    Path folder;

    @Tag("long")
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
            assertThat(page.getByLabel("Mot de passe actuel")).hasValue(PASSWORD);
            look(page, "export-refuse", width);
            askExport(page, "un autre mot de passe", PASSPHRASE);
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Ce n'est pas votre mot de passe actuel");
            assertThat(page.locator("#password-error")).isVisible();
            assertThat(page.getByLabel("Mot de passe actuel")).hasValue("");
            assertThat(page.locator("[name=phrase]")).hasValue(PASSPHRASE);
            assertThat(page.locator("[name=encore]")).hasValue(PASSPHRASE);
            Assertions.assertThat(directory.acts(slug, 9))
                    .extracting(act -> act.action())
                    .doesNotContain("exported");
            fill(page, "Mot de passe actuel", PASSWORD);
            var download = page.waitForDownload(() -> press(page, "Exporter"));
            Assertions.assertThat(download.suggestedFilename())
                    .startsWith(slug + "-")
                    .endsWith(".zip");
            assertThat(page.getByText("L'export de SIEGVO est complet")).isVisible();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText(Pattern.compile("Lignes\\s: \\d+"));
            assertThat(page.locator("form [type=submit]")).isEnabled();
            assertThat(page.getByLabel("Mot de passe actuel")).hasValue("");
            look(page, "export-fait", width);
            takeIn(visit, Files.readAllBytes(download.path()), width);
        }
        Assertions.assertThat(directory.acts(slug, 2))
                .allMatch(act -> act.actor().endsWith("@exploitant.fr"))
                .extracting(act -> act.action())
                .containsExactly("export ended", "exported");
    }

    @Test
    void an_export_is_asked_for_once_and_its_page_tells_how_far_it_is() {
        fleet.add(yaml(), "operator:test");
        try (var visit = desk()) {
            comeIn(visit, Permission.ADMINISTER);
            var page = visit.open("/console/collectivites/" + slug + "/export");
            var asked = new AtomicInteger();
            page.route("**/export/fichier", asking -> {
                asked.incrementAndGet();
                asking.fulfill(new Route.FulfillOptions().setStatus(204)); // no new page, as of a download
            });
            fillExport(page, "", "une phrase bien courte");
            page.locator("[name=phrase]").fill("trop court");
            press(page, "Exporter");
            assertThat(page.getByRole(AriaRole.ALERT).locator("li")).hasCount(3);
            assertThat(page.locator("#phrase-error")).containsText("au moins 16 caractères");
            assertThat(page.locator("#encore-error")).containsText("Les deux phrases diffèrent");
            assertThat(page.locator("#password-error")).isVisible();

            askExport(page, PASSWORD, PASSPHRASE);
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Préparation de l'export de SIEGVO…");
            var button = page.locator("form [type=submit]");
            assertThat(button).isDisabled();
            button.evaluate("button => button.click()");
            var name = slug + "-2026-01-01.zip";
            var operator = KNOWN.get(Permission.ADMINISTER).actor();
            database.audit(operator, "exported", slug, name);
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Le fichier se télécharge");
            database.audit(operator, "export broken off", slug, name);
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("s'est interrompu");
            assertThat(button).isEnabled();
            Assertions.assertThat(asked).hasValue(1);
        }
    }

    @Test
    @Tag("long")
    void an_export_of_which_nothing_comes_is_said_to_be_missing_and_can_be_asked_for_again() {
        fleet.add(yaml(), "operator:test");
        try (var visit = desk()) {
            comeIn(visit, Permission.ADMINISTER);
            var page = visit.open("/console/collectivites/" + slug + "/export");
            page.route("**/export/fichier", asking -> asking.fulfill(new Route.FulfillOptions().setStatus(204)));
            askExport(page, PASSWORD, PASSPHRASE);
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Préparation de l'export");
            assertThat(page.getByText("L'export de SIEGVO n'a pas commencé."))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(100_000));
            assertThat(page.locator("form [type=submit]")).isEnabled();
            assertThat(page.locator("[name=phrase]")).hasValue(PASSPHRASE);
            assertThat(page.getByLabel("Mot de passe actuel")).hasValue("");
            look(page, "export-manque", Visit.DESK);
        }
    }

    @Test
    @Tag("long")
    void what_cannot_be_exported_any_more_is_a_page_that_says_so() {
        fleet.add(yaml(), "operator:test");
        try (var visit = desk()) {
            comeIn(visit, Permission.ADMINISTER);
            var page = visit.open("/console/collectivites/" + slug + "/export");
            page.locator("form[action$=fichier]")
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

    @Tag("long")
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
        assertThat(page.getByRole(AriaRole.STATUS)).hasClass(Pattern.compile("\\bbad\\b"));
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
                .containsText(
                        Pattern.compile(
                                "est importée.\\sLignes\\s: \\d.*\\s; documents\\s: 0\\s; travaux repris\\s: \\d+"),
                        new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
        assertThat(page.getByRole(AriaRole.STATUS)).hasClass(Pattern.compile("\\bgood\\b"));
        assertThat(page.getByRole(AriaRole.STATUS)).not().hasClass(Pattern.compile("\\bbad\\b"));
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
