package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import fr.ondine.platform.factors.SecondFactor;
import fr.ondine.platform.operators.Permission;
import fr.ondine.testing.TestOperators;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An operator who came in a while ago is asked for a code again, and what was typed meanwhile is done. */
class ConsoleProofTests extends ConsolePages {

    @ParameterizedTest
    @MethodSource("fr.ondine.journeys.Visit#widths")
    void a_code_is_asked_for_again_and_what_was_typed_is_done(int width) {
        fleet.add(yaml(), "operator:test");
        var known = new TestOperators(beans).come(Permission.OPERATE);
        try (var visit = Visit.atConsole(port, width, ColorScheme.LIGHT)) {
            comeInAWhileAgo(visit, known);
            var page = visit.open("/console/collectivites/" + slug);
            page.getByLabel("Action").selectOption("Suspendre : portail fermé");
            fill(page, "Motif", "vol supposé");
            press(page, "Exécuter");
            assertThat(page.getByText("Confirmez que c'est vous")).isVisible();
            look(page, "preuve", width);
            page.locator("#code").fill("000000");
            press(page, "Confirmer");
            assertThat(page.getByText("Ce code n'ouvre rien")).isVisible();
            var before = visit.session();
            prove(page, known);
            assertThat(page.getByText("SIEGVO : portail suspendu.")).isVisible();
            assertThat(page.locator(".proof")).hasCount(0);
            Assertions.assertThat(visit.session())
                    .as("nobody knew it before")
                    .isNotEmpty()
                    .isNotEqualTo(before);

            page.getByLabel("Action").selectOption("Rouvrir le portail");
            fill(page, "Motif", "fausse alerte");
            press(page, "Exécuter");
            assertThat(page.getByText("SIEGVO : portail en service.")).isVisible();
        }
        Assertions.assertThat(directory.acts(slug, 2))
                .allMatch(act -> act.actor().equals("operator:" + known.email()))
                .extracting(act -> act.detail())
                .containsExactly("fausse alerte", "vol supposé");
    }

    @Test
    void nobody_at_an_open_page_who_knows_the_password_puts_a_second_factor_of_theirs_in_its_place() {
        var known = new TestOperators(beans).come(Permission.VIEW);
        try (var visit = desk()) {
            comeInAWhileAgo(visit, known);
            var page = visit.open("/console/mon-compte");
            press(page, "Changer le second facteur");
            assertThat(page.getByText("Confirmez que c'est vous")).isVisible();
            assertThat(page.locator(".secret")).hasCount(0);
            prove(page, known);
            assertThat(page.locator(":focus h2")).hasText("Second facteur");
            assertThat(page.locator(":focus")).containsText("Premier code à six chiffres");
            var factor =
                    new SecondFactor("", page.locator(".secret").textContent().replace(" ", ""));
            page.locator("#password-for-factor").fill(PASSWORD);
            fill(page, "Premier code à six chiffres", factor.codeAt(clock.instant()));
            press(page, "Confirmer le second facteur");
            assertThat(page.locator(".recovery li")).hasCount(10);
        }
    }

    @Tag("long")
    @Test
    void a_large_file_is_sent_only_once_the_code_was_given() {
        var known = new TestOperators(beans).come(Permission.ADMINISTER);
        try (var visit = desk()) {
            comeInAWhileAgo(visit, known);
            var page = visit.open("/console/importer");
            page.getByLabel("Fichier d'export")
                    .setInputFiles(
                            new FilePayload("e.zip", "application/zip", "no export".getBytes(StandardCharsets.UTF_8)));
            fill(page, "Phrase secrète", "une phrase bien longue");
            press(page, "Importer");
            assertThat(page.getByText("Confirmez que c'est vous")).isVisible();
            assertThat(page.getByRole(AriaRole.STATUS)).hasText("");
            look(page, "preuve-import", Visit.DESK);
            prove(page, known);
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Ce n'est pas un fichier zip");
            assertThat(page.locator(".proof")).hasCount(0);
        }
    }

    @Tag("long")
    @Test
    void an_export_is_fetched_once_the_code_was_given_and_its_form_is_still_filled() {
        fleet.add(yaml(), "operator:test");
        var known = new TestOperators(beans).come(Permission.ADMINISTER);
        try (var visit = desk()) {
            comeInAWhileAgo(visit, known);
            var page = visit.open("/console/collectivites/" + slug + "/export");
            fill(page, "Phrase secrète", "une phrase bien longue");
            fill(page, "Phrase secrète, une seconde fois", "une phrase bien longue");
            fill(page, "Mot de passe actuel", PASSWORD);
            press(page, "Exporter");
            assertThat(page.getByText("Confirmez que c'est vous")).isVisible();
            var download = page.waitForDownload(() -> prove(page, known));
            Assertions.assertThat(download.suggestedFilename()).startsWith(slug + "-");
        }
    }

    @Tag("long")
    @Test
    void a_colleague_is_invited_only_after_a_code() {
        var known = new TestOperators(beans).come(Permission.ADMINISTER);
        try (var visit = desk()) {
            comeInAWhileAgo(visit, known);
            var page = visit.open("/console/operateurs");
            fill(page, "Adresse e\u2011mail", slug + "@exploitant.fr");
            fill(page, "Nom", "Paul " + slug);
            press(page, "Envoyer l'invitation");
            prove(page, known);
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Une invitation part à " + slug);
        }
    }

    private void comeInAWhileAgo(Visit visit, TestOperators.Known known) {
        visit.open(SignInWithoutAsking.unproven(new TestOperators(beans).signIn(known)));
    }

    private static void prove(Page page, TestOperators.Known known) {
        page.locator("#code").fill(known.recoveryCodes().getFirst());
        press(page, "Confirmer");
    }
}
