package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import fr.ondine.platform.factors.SecondFactor;
import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.fleet.FleetDirectory;
import fr.ondine.platform.fleet.UtilityDeletion;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.operators.Operators;
import fr.ondine.platform.operators.Permission;
import fr.ondine.testing.CaughtMails;
import fr.ondine.testing.TestOperators;
import fr.ondine.testing.Utilities;
import fr.ondine.testing.services.Services;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** An operator's day at the console, at a desk and on a phone. */
@PortalTest
class ConsoleTests {

    private static final String PASSWORD = TestOperators.PASSWORD;

    private final String slug =
            "k" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    @LocalServerPort
    int port;

    @Autowired
    BeanFactory beans;

    @Autowired
    Fleet fleet;

    @Autowired
    FleetDirectory directory;

    @Autowired
    UtilityDeletion deletion;

    @Autowired
    Operators operators;

    @Autowired
    Clock clock;

    @DynamicPropertySource
    static void mails(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", CaughtMails.shared()::port);
    }

    @ParameterizedTest
    @MethodSource("fr.ondine.journeys.Visit#widths")
    void an_operator_comes_in_by_invitation_and_leaves(int width) {
        var email = new EmailAddress("v" + UUID.randomUUID().toString().substring(0, 8) + "@exploitant.fr");
        operators.inviteFromOutside("operator:test", email, "Anne Martin", Permission.OPERATE);
        var link = CaughtMails.shared().await(email.value()).link();
        try (var visit = Visit.atConsole(port, width, ColorScheme.LIGHT)) {
            var page = visit.open(link.getPath() + "?" + link.getQuery());
            look(page, "invitation", width);
            var factor = new SecondFactor("", page.locator(".key").textContent().replace(" ", ""));
            fill(page, "Nouveau mot de passe", PASSWORD);
            fill(page, "Confirmation du mot de passe", PASSWORD);
            fill(page, "Premier code à six chiffres", "000000");
            press(page, "Ouvrir mon accès");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Ce code n'est pas celui de cette clé");
            fill(
                    page,
                    "Premier code à six chiffres",
                    factor.codeAt(clock.instant().minusSeconds(30)));
            press(page, "Ouvrir mon accès");
            assertThat(page.locator(".recovery li")).hasCount(10);
            look(page, "codes-de-secours", width);

            page.getByRole(AriaRole.LINK, named("Connexion à la console")).click();
            signIn(page, email.value(), factor.codeAt(clock.instant()), width);
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("Collectivités");
            press(page, "Se déconnecter");
            assertThat(page.getByText("Vous êtes déconnecté.")).isVisible();
            page.navigate("http://console.localhost:" + port + "/console");
            page.waitForURL(Pattern.compile(".*/console/connexion.*"));
        }
    }

    @Test
    void a_wrong_password_and_a_used_code_open_nothing() {
        var anne = new TestOperators(beans).come(Permission.VIEW);
        var code = anne.factor().codeAt(clock.instant());
        try (var visit = desk()) {
            signIn(visit.open("/console/connexion"), anne.email(), code, Visit.DESK);
            assertThat(visit.page().locator("table")).isVisible();
        }
        try (var visit = desk()) {
            var page = visit.open("/console/connexion");
            fill(page, "Adresse e-mail", anne.email());
            fill(page, "Mot de passe", "pas celui-là");
            press(page, "Continuer");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("n'est pas exact");
            fill(page, "Mot de passe", PASSWORD);
            press(page, "Continuer");
            fill(page, "Code à six chiffres", code);
            press(page, "Se connecter");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Ce code n'ouvre rien");
        }
    }

    @ParameterizedTest
    @MethodSource("fr.ondine.journeys.Visit#widths")
    void a_utility_is_added_configured_closed_and_opened(int width) {
        try (var visit = Visit.atConsole(port, width, ColorScheme.LIGHT)) {
            comeIn(visit, Permission.OPERATE);
            var page = visit.open("/console/ajouter");
            look(page, "ajouter", width);
            fill(page, "Configuration (YAML)", "slug: " + slug + "\nname: X\ncouleur: bleu");
            press(page, "Vérifier et ajouter");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Ligne 1, hosts : cette rubrique manque.");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Ligne 3, couleur");
            look(page, "ajouter-refuse", width);
            page.getByLabel("Depuis un fichier")
                    .setInputFiles(new FilePayload("u.yaml", "text/yaml", yaml().getBytes(StandardCharsets.UTF_8)));
            assertThat(page.getByLabel("Configuration (YAML)")).hasValue(Pattern.compile("slug: " + slug));
            press(page, "Vérifier et ajouter");
            assertThat(page.getByText(slug + ".localhost").first()).isVisible();
            look(page, "ajoutee", width);

            page.getByRole(AriaRole.LINK, named("Voir la collectivité")).click();
            assertThat(page.getByText("En service").first()).isVisible();
            look(page, "collectivite", width);
            inviteAdministrator(page);
            configure(page, width);
            closeAndOpen(page, width);
            Assertions.assertThat(directory.acts(slug, 10))
                    .allMatch(act -> act.actor().endsWith("@exploitant.fr"))
                    .extracting(act -> act.detail())
                    .contains("trop clair", "travaux", "fini");
        }
    }

    private static void inviteAdministrator(Page page) {
        var email = "d" + UUID.randomUUID().toString().substring(0, 8) + "@collectivite.fr";
        fill(page, "Nom", "Dominique Petit");
        fill(page, "Adresse e-mail", email);
        press(page, "Envoyer l'invitation");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText(email);
        Assertions.assertThat(CaughtMails.shared().await(email).link()).hasPath("/gestion/invitation");
    }

    private void configure(Page page, int width) {
        page.getByRole(AriaRole.LINK, named("Configuration").setExact(true)).click();
        assertThat(page.getByLabel("Configuration (YAML)")).hasValue(Pattern.compile("slug: " + slug));
        fill(page, "Configuration (YAML)", yaml().replace("#0b5394", "#ffffff"));
        press(page, "Comparer avant d'appliquer");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("brand.colour");
        fill(page, "Configuration (YAML)", yaml().replace("#0b5394", "#00523c"));
        press(page, "Comparer avant d'appliquer");
        assertThat(page.locator(".difference")).containsText("#00523c");
        look(page, "difference", width);
        fill(page, "Motif", "trop clair");
        press(page, "Appliquer");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("en vigueur");
        page.getByRole(AriaRole.LINK, named("Retour à SIEGVO")).click();
        press(page, "Comparer la version 1");
        assertThat(page.locator(".difference")).containsText("#0b5394");
        look(page, "comparaison", width);
        press(page, "Revenir à la version 1");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("La version 1 est de nouveau en vigueur");
    }

    private void closeAndOpen(Page page, int width) {
        page.getByLabel("Action").selectOption("Suspendre : le portail annonce sa fermeture");
        press(page, "Exécuter");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Motif");
        fill(page, "Motif", "travaux");
        press(page, "Exécuter");
        assertThat(page.getByText("SIEGVO est suspendue.")).isVisible();
        look(page, "suspendue", width);
        fill(page, "Motif", "fini");
        press(page, "Exécuter");
        assertThat(page.getByText("SIEGVO est en service.")).isVisible();
    }

    @ParameterizedTest
    @MethodSource("fr.ondine.journeys.Visit#widths")
    void utilities_are_found_and_the_filter_stays_in_the_address(int width) {
        fleet.draft(yaml().replace("name: SIEGVO", "name: Eaux de " + slug), "operator:test");
        try (var visit = Visit.atConsole(port, width, ColorScheme.LIGHT)) {
            comeIn(visit, Permission.VIEW);
            var page = visit.open("/console");
            look(page, "collectivites", width);
            fill(page, "Nom, nom court ou hôte", slug);
            page.getByLabel("État").selectOption("Brouillon");
            page.keyboard().press("Enter");
            press(page, "Rechercher");
            page.waitForURL(Pattern.compile(".*recherche=" + slug + ".*"));
            assertThat(page.locator("tbody tr")).hasCount(1);
            page.reload();
            assertThat(page.locator("tbody tr")).hasCount(1);
            assertThat(page.getByLabel("Nom, nom court ou hôte")).hasValue(slug);
            page.getByRole(AriaRole.LINK, named("Eaux de " + slug)).click();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("Eaux de " + slug);
            assertThat(page.getByText("Exécuter")).hasCount(0);
            look(page, "lecture-seule", width);
        }
    }

    @Test
    void a_utility_is_deleted_in_two_steps_by_who_administers() {
        fleet.add(yaml(), "operator:test");
        fleet.archive(slug, "operator:test", "left");
        try (var visit = desk()) {
            comeIn(visit, Permission.ADMINISTER);
            var page = visit.open("/console/collectivites/" + slug + "/suppression");
            fill(page, "Pour confirmer, tapez le nom : SIEGVO", "siegvo");
            press(page, "Demander la suppression");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Ce n'est pas le nom");
            look(page, "suppression", Visit.DESK);
            fill(page, "Pour confirmer, tapez le nom : SIEGVO", "SIEGVO");
            press(page, "Demander la suppression");
            assertThat(page.getByText("La suppression est demandée.").first()).isVisible();
            look(page, "suppression-demandee", Visit.DESK);
            press(page, "Retirer la demande");
            assertThat(page.getByText("Demander la suppression")).isVisible();
        }
    }

    @ParameterizedTest
    @EnumSource(Permission.class)
    void a_page_that_a_permission_does_not_open_says_so(Permission permission) {
        try (var visit = desk()) {
            comeIn(visit, permission);
            var heading = visit.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
            visit.open("/console/ajouter");
            assertThat(heading)
                    .hasText(
                            permission.includes(Permission.OPERATE)
                                    ? "Ajouter une collectivité"
                                    : "Cette page ne vous est pas ouverte");
            visit.open("/console/collectivites/siegvo/suppression");
            assertThat(heading)
                    .hasText(
                            permission.includes(Permission.ADMINISTER)
                                    ? "Supprimer SIEGVO"
                                    : "Cette page ne vous est pas ouverte");
        }
    }

    @Test
    void who_administers_invites_another_and_sends_them_away() {
        var email = "w" + UUID.randomUUID().toString().substring(0, 8) + "@exploitant.fr";
        try (var visit = desk()) {
            comeIn(visit, Permission.ADMINISTER);
            var page = visit.open("/console/operateurs");
            fill(page, "Adresse e-mail", email);
            fill(page, "Nom", "Paul " + slug);
            press(page, "Envoyer l'invitation");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Une invitation part à " + email);
            look(page, "operateurs", Visit.DESK);
            press(page, "Changer le droit de Paul " + slug);
            page.getByLabel("Nouveau droit").selectOption("Exploiter");
            look(page, "droit", Visit.DESK);
            press(page, "Donner ce droit");
            assertThat(page.getByRole(AriaRole.STATUS))
                    .containsText("Paul " + slug + " a maintenant le droit « Exploiter ».");
            assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("Paul " + slug)))
                    .containsText("Exploiter");
            press(page, "Retirer l'accès de Paul " + slug);
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("n'a plus accès");
            CaughtMails.shared().await(email);
        }
    }

    @ParameterizedTest
    @MethodSource("fr.ondine.journeys.Visit#widths")
    void a_key_for_a_program_is_made_shown_once_and_ended(int width) {
        var http = new RawHttp(port);
        try (var visit = Visit.atConsole(port, width, ColorScheme.LIGHT)) {
            comeIn(visit, Permission.OPERATE);
            var page = visit.open("/console/mon-compte");
            press(page, "Créer une clé");
            look(page, "cle", width);
            assertThat(page.getByLabel("Droit").locator("option")).hasText(new String[] {"Consulter", "Exploiter"});
            fill(page, "Nom de la clé", "sauvegarde");
            fill(page, "Mot de passe actuel", "pas celui-là", 1);
            press(page, "Créer la clé");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Ce n'est pas votre mot de passe actuel");
            fill(page, "Mot de passe actuel", PASSWORD, 1);
            press(page, "Créer la clé");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Votre clé est créée");
            var key = "Authorization: Bearer " + page.locator(".key").textContent();
            look(page, "cle-creee", width);
            Assertions.assertThat(http.get("console.localhost", "/api/operator/v1/utilities", key)
                            .status())
                    .isEqualTo(200);

            visit.open("/console/mon-compte");
            assertThat(page.locator(".key")).hasCount(0);
            assertThat(page.getByText("sauvegarde")).isVisible();
            look(page, "cles", width);
            press(page, "Retirer la clé sauvegarde");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("La clé sauvegarde n'ouvre plus rien.");
            Assertions.assertThat(http.get("console.localhost", "/api/operator/v1/utilities", key)
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void what_failed_is_tried_again_from_its_page_by_who_may() throws SQLException {
        fleet.add(yaml(), "operator:test");
        var database = Services.shared().database();
        try (var connection = DriverManager.getConnection(
                        database.url(), database.ownerUsername(), database.ownerPassword());
                var statement = connection.createStatement()) {
            statement.execute("update platform.tenant set schema_version = 'old', schema_changes = null,"
                    + " last_error = 'no room left' where slug = '" + slug + "'");
        }
        try (var visit = desk()) {
            comeIn(visit, Permission.VIEW);
            assertThat(visit.open("/console/collectivites/" + slug).getByText("no room left"))
                    .isVisible();
            assertThat(visit.page().getByText("Réessayer")).hasCount(0);
        }
        try (var visit = desk()) {
            comeIn(visit, Permission.OPERATE);
            var page = visit.open("/console/collectivites/" + slug);
            look(page, "echec", Visit.DESK);
            press(page, "Réessayer");
            assertThat(page.getByText("SIEGVO est à jour.")).isVisible();
            assertThat(page.getByText("no room left")).hasCount(0);
        }
        Assertions.assertThat(directory.get(slug).lastError()).isNull();
        Assertions.assertThat(directory.acts(slug, 1)).singleElement().satisfies(act -> {
            Assertions.assertThat(act.action()).isEqualTo("migrated");
            Assertions.assertThat(act.actor()).endsWith("@exploitant.fr");
        });
    }

    @Test
    void another_password_ends_the_other_windows_session() {
        var anne = new TestOperators(beans).come(Permission.VIEW);
        try (var here = desk();
                var there = desk()) {
            signIn(here.open("/console/connexion"), anne.email(), anne.factor().codeAt(clock.instant()), Visit.DESK);
            assertThat(here.page().locator("table")).isVisible();
            signIn(
                    there.open("/console/connexion"),
                    anne.email(),
                    anne.recoveryCodes().getFirst(),
                    Visit.DESK);
            assertThat(there.page().locator("table")).isVisible();

            var page = here.open("/console/mon-compte");
            look(page, "mon-compte", Visit.DESK);
            fill(page, "Mot de passe actuel", PASSWORD);
            fill(page, "Nouveau mot de passe", "huit bergeronnettes");
            fill(page, "Confirmation du mot de passe", "huit bergeronnettes");
            press(page, "Changer le mot de passe");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Vos autres sessions sont terminées");
            here.open("/console/operateurs");
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("Opérateurs");
            there.open("/console/operateurs");
            there.page().waitForURL(Pattern.compile(".*/console/connexion.*"));
        }
    }

    @Test
    void a_page_of_a_portal_is_not_reached_from_inside_the_console_nor_the_other_way() {
        try (var visit = desk()) {
            comeIn(visit, Permission.VIEW);
            assertNotFound(visit.page(), "/contact");
        }
        try (var visit = Visit.at(Utilities.SIEGVO, port)) {
            assertNotFound(visit.open("/contact"), "/console/connexion");
        }
    }

    @Test
    void a_cookie_of_one_host_is_worthless_at_the_other() {
        var anne = new TestOperators(beans).come(Permission.VIEW);
        var http = new RawHttp(port);
        try (var visit = desk()) {
            signIn(visit.open("/console/connexion"), anne.email(), anne.factor().codeAt(clock.instant()), Visit.DESK);
            assertThat(visit.page().locator("table")).isVisible();
            var cookie = "Cookie: session="
                    + visit.page().context().cookies().stream()
                            .filter(kept -> kept.name.equals("session"))
                            .findFirst()
                            .orElseThrow()
                            .value;

            Assertions.assertThat(
                            http.get("console.localhost", "/console", cookie).status())
                    .isEqualTo(200);
            Assertions.assertThat(
                            http.get("siegvo.localhost", "/mon-compte", cookie).status())
                    .isEqualTo(302);
        }
    }

    private static void assertNotFound(Page page, String path) {
        page.evaluate(
                "path => { const a = document.createElement('a'); a.href = path; a.id = 'way';"
                        + " document.body.append(a); a.click(); }",
                path);
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Cette page n'existe pas");
    }

    private void comeIn(Visit visit, Permission permission) {
        signIn(visit.open("/console/connexion"), new TestOperators(beans).come(permission), beans);
    }

    /** Comes in at the console's door, as any operator does. */
    static void signIn(Page page, TestOperators.Known known, BeanFactory beans) {
        var now = beans.getBean(Clock.class).instant();
        signIn(page, known.email(), known.factor().codeAt(now), Visit.DESK);
        assertThat(page.locator("table")).isVisible();
    }

    private static void signIn(Page page, String email, String code, int width) {
        fill(page, "Adresse e-mail", email);
        fill(page, "Mot de passe", PASSWORD);
        look(page, "connexion", width);
        press(page, "Continuer");
        assertThat(page.getByLabel("Code à six chiffres")).isFocused();
        fill(page, "Code à six chiffres", code);
        look(page, "code", width);
        page.keyboard().press("Enter");
    }

    private Visit desk() {
        return Visit.atConsole(port, Visit.DESK, ColorScheme.LIGHT);
    }

    private static void fill(Page page, String label, String text) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
    }

    private static void fill(Page page, String label, String text, int which) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .nth(which)
                .fill(text);
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, named(button)).first().click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private String yaml() {
        return Utilities.like(Utilities.SIEGVO, slug);
    }

    /** Axe, and a picture for whoever wants to look. */
    private static void look(Page page, String name, int width) {
        Axe.assertClean(page);
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", "console", name + "-" + width + ".png")));
    }
}
