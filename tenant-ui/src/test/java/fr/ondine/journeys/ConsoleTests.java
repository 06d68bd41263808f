package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import fr.ondine.platform.factors.SecondFactor;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.operators.Operators;
import fr.ondine.platform.operators.Permission;
import fr.ondine.testing.CaughtMails;
import fr.ondine.testing.TestOperators;
import fr.ondine.testing.Utilities;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** How operators come in at the console, what each may open, and what they do to one another. */
class ConsoleTests extends ConsolePages {

    @Autowired
    Operators operators;

    @ParameterizedTest
    @MethodSource("fr.ondine.journeys.Visit#widths")
    void an_operator_comes_in_by_invitation_and_leaves(int width) {
        var email = new EmailAddress("v" + UUID.randomUUID().toString().substring(0, 8) + "@exploitant.fr");
        operators.inviteFromOutside("operator:test", email, "Anne Martin", Permission.OPERATE);
        var link = CaughtMails.shared().await(email.value()).link();
        try (var visit = Visit.atConsole(port, width, ColorScheme.LIGHT)) {
            var page = visit.open(link.getPath() + "?" + link.getQuery());
            look(page, "invitation", width);
            var factor =
                    new SecondFactor("", page.locator(".secret").textContent().replace(" ", ""));
            fill(page, "Nouveau mot de passe", PASSWORD);
            fill(page, "Confirmation du mot de passe", PASSWORD);
            fill(page, "Premier code à six chiffres", "000000");
            press(page, "Ouvrir mon accès");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Ce code n'est pas celui de cette clé");
            fill(page, "Premier code à six chiffres", factor.codeAt(clock.instant()));
            press(page, "Ouvrir mon accès");
            assertThat(page.locator(".recovery li")).hasCount(10);
            look(page, "codes-de-secours", width);

            page.getByRole(AriaRole.LINK, named("Connexion à la console")).click();
            var before = visit.session();
            // the one that comes next is not used yet, and good already
            signIn(page, email.value(), factor.codeAt(clock.instant().plusSeconds(30)), OptionalInt.of(width));
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("Collectivités");
            Assertions.assertThat(visit.session())
                    .as("nobody knew it before")
                    .isNotEmpty()
                    .isNotEqualTo(before);
            press(page, "Se déconnecter");
            assertThat(page.getByText("Votre session est fermée.")).isVisible();
            page.navigate("http://console.localhost:" + port + "/console");
            page.waitForURL(Pattern.compile(".*/console/connexion.*"));
        }
    }

    @Tag("long")
    @Test
    void a_wrong_password_and_a_used_code_open_nothing() {
        var anne = new TestOperators(beans).come(Permission.VIEW);
        var code = anne.factor().codeAt(clock.instant());
        try (var visit = desk()) {
            signIn(visit.open("/console/connexion"), anne.email(), code, OptionalInt.of(Visit.DESK));
            assertThat(visit.page().locator("table")).isVisible();
        }
        try (var visit = desk()) {
            var page = visit.open("/console/connexion");
            fill(page, "Adresse e\u2011mail", anne.email());
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

    @Tag("long")
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
            visit.open("/console/collectivites/siegvo/export");
            assertThat(heading)
                    .hasText(
                            permission.includes(Permission.ADMINISTER)
                                    ? "Exporter SIEGVO"
                                    : "Cette page ne vous est pas ouverte");
            visit.open("/console/importer");
            assertThat(heading)
                    .hasText(
                            permission.includes(Permission.ADMINISTER)
                                    ? "Importer une collectivité"
                                    : "Cette page ne vous est pas ouverte");
        }
    }

    @Test
    @Tag("long")
    void who_administers_invites_another_and_sends_them_away() {
        var email = "w" + UUID.randomUUID().toString().substring(0, 8) + "@exploitant.fr";
        try (var visit = desk()) {
            comeIn(visit, Permission.ADMINISTER);
            var page = visit.open("/console/operateurs");
            fill(page, "Adresse e\u2011mail", email);
            fill(page, "Nom", "Paul " + slug);
            press(page, "Envoyer l'invitation");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Une invitation part à " + email);
            look(page, "operateurs", Visit.DESK);
            press(page, "Changer le droit de Paul " + slug);
            assertThat(page.getByLabel("Nouveau droit")).isFocused();
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
            visit.open("/console/operateurs");
            assertThat(page.locator(".acts")).containsText("Droit changé – " + email + ", droit « Exploiter »");
            assertThat(page.locator(".acts")).not().containsText("OPERATE");
            org.assertj.core.api.Assertions.assertThat(page.locator(".acts").boundingBox().width)
                    .as("across the page, so that an act is one line")
                    .isGreaterThan(0.8 * Visit.DESK);
            visit.open("/console/actes?collectivite=nulle-part");
            assertThat(page.locator("main")).containsText("Aucun acte ne correspond");
            page.locator("nav a[href='/console/actes']").click();
            assertThat(page.locator(".acts")).containsText("Accès retiré – " + email);
            assertThat(page.locator(".acts")).containsText("Connexion");
            look(page, "journal", Visit.DESK);
            page.locator("#qui, [name=qui]").first().fill("personne-de-ce-nom");
            press(page, "Chercher");
            page.waitForURL("**/console/actes?qui=personne-de-ce-nom");
            assertThat(page.locator("main [role=status]")).containsText("Aucun acte ne correspond");
            assertThat(page.locator("main h1")).isFocused();
            look(page, "journal-vide", Visit.DESK);
            page.getByText("Voir tous les actes").click();
            assertThat(page.locator(".acts")).containsText("Connexion");
            assertThat(page.getByText("Voir tous les actes")).hasCount(0);
            fill(page, "Collectivité (nom court)", "SIEGVO");
            press(page, "Chercher");
            page.waitForURL("**/console/actes?collectivite=SIEGVO");
            assertThat(page.locator(".acts tbody tr", new Page.LocatorOptions().setHasNotText("siegvo")))
                    .hasCount(0);
            assertThat(page.locator(".acts")).containsText("siegvo");
            visit.open("/console/actes");
            fill(page, "Du", "2026-02-01");
            fill(page, "Au", "2026-01-31");
            press(page, "Chercher");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("avant le début de la période");
            Axe.assertClean(page);
        }
    }

    @Tag("long")
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
            assertThat(page.locator("#password-for-key-error")).containsText("Ce n'est pas votre mot de passe actuel");
            fill(page, "Mot de passe actuel", PASSWORD, 1);
            press(page, "Créer la clé");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Votre clé est créée");
            var key = "Authorization: Bearer " + page.locator(".secret").textContent();
            look(page, "cle-creee", width);
            Assertions.assertThat(http.get("console.localhost", "/api/operator/v1/utilities", key)
                            .status())
                    .isEqualTo(200);

            visit.open("/console/mon-compte");
            assertThat(page.locator(".secret")).hasCount(0);
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
    @Tag("long")
    void another_password_ends_the_other_windows_session() {
        var anne = new TestOperators(beans).come(Permission.VIEW);
        try (var here = desk();
                var there = desk()) {
            signIn(here.open("/console/connexion"), anne, beans);
            signIn(
                    there.open("/console/connexion"),
                    anne.email(),
                    anne.recoveryCodes().getFirst(),
                    OptionalInt.empty());
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
        var http = new RawHttp(port);
        try (var visit = desk()) {
            comeIn(visit, Permission.VIEW);
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
}
