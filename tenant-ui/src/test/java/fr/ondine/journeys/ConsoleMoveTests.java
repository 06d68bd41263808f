package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import fr.ondine.platform.operators.Permission;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.testing.services.Services;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A utility goes to another database from its page at the console, at a desk and on a phone. */
class ConsoleMoveTests extends TwoDatabases {

    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

    @Tag("long") // the short run moves by the interface, and is cut off everywhere
    @ParameterizedTest
    @MethodSource("fr.ondine.journeys.Visit#widths")
    void a_utility_is_moved_by_who_gives_the_password_and_what_it_left_is_deleted(int width) {
        fleet.add(yaml(), "operator:test");
        try (var visit = Visit.atConsole(port, width, ColorScheme.LIGHT)) {
            comeIn(visit, Permission.ADMINISTER);
            var page = visit.open("/console/collectivites/" + slug);
            page.getByRole(AriaRole.LINK, named("Déplacement")).click();
            assertThat(page.getByText("Base actuelle")).isVisible();
            assertThat(page.getByText("Recherche d'anciennes copies")).hasCount(0);
            look(page, "deplacement", width);
            fill(page, "Mot de passe actuel", "ce n'est pas le bon");
            press(page, "Déplacer");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Ce n'est pas votre mot de passe actuel");
            look(page, "deplacement-refuse", width);
            Assertions.assertThat(directory.get(slug).movingTo()).isNull();

            page.getByLabel("Vers la base").selectOption(SECOND);
            fill(page, "Mot de passe actuel", PASSWORD);
            press(page, "Déplacer");
            assertThat(page.getByText("ce qui est en cours se termine")).isVisible();
            Assertions.assertThat(directory.get(slug).movingTo()).isEqualTo(SECOND);
            look(page, "deplacement-en-cours", width);
            assertThat(page.getByText("SIEGVO est maintenant sur « second »")).isVisible(PATIENTLY);
            Assertions.assertThat(directory.get(slug).cluster()).isEqualTo(SECOND);
            deleteWhatItLeft(page, width);

            visit.open("/console/collectivites/" + slug);
            assertThat(page.locator(".acts")).containsText("Déplacée");
            assertThat(page.locator(".acts")).containsText("Ancienne copie supprimée");
        }
        Assertions.assertThat(directory.acts(slug, 3))
                .allMatch(act -> act.actor().endsWith("@exploitant.fr"))
                .extracting(act -> act.action())
                .containsExactly("old copy deleted", "moved", "move begun");
    }

    private void deleteWhatItLeft(Page page, int width) {
        var copy = page.getByRole(AriaRole.HEADING, named("Ancienne copie sur « main »"));
        assertThat(copy).isVisible();
        look(page, "deplacee", width);
        fill(page, "Pour confirmer, tapez le nom : SIEGVO", "siegvo");
        press(page, "Supprimer l'ancienne copie");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Ce n'est pas le nom");
        assertThat(copy).isVisible();
        fill(page, "Pour confirmer, tapez le nom : SIEGVO", "SIEGVO");
        press(page, "Supprimer l'ancienne copie");
        assertThat(page.getByText("L'ancienne copie sur « main » est supprimée."))
                .isVisible(PATIENTLY);
        assertThat(page.getByText("Base actuelle")).isVisible();
        assertThat(copy).hasCount(0);
        look(page, "copie-supprimee", width);
    }

    @Test
    @Tag("long")
    void a_move_that_is_refused_says_why_and_leaves_it_where_it_was() {
        fleet.add(yaml(), "operator:test");
        try (var visit = desk()) {
            comeIn(visit, Permission.ADMINISTER);
            var page = visit.open("/console/collectivites/" + slug + "/deplacement");
            fleet.archive(slug, "operator:test", "left");
            fill(page, "Mot de passe actuel", PASSWORD);
            press(page, "Déplacer");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("n'est pas en service");
            assertThat(page.getByText("Celle-ci est sur « main ».")).isVisible();
            look(page, "deplacement-archivee", Visit.DESK);
        }
        Assertions.assertThat(directory.get(slug).cluster()).isEqualTo("main");
    }

    @Test
    @Tag("long")
    void one_that_is_on_its_way_is_shown_so_and_offered_nothing() throws SQLException {
        fleet.add(yaml(), "operator:test");
        onItsWay("'second'");
        try (var visit = desk()) {
            comeIn(visit, Permission.ADMINISTER);
            var page = visit.open("/console/collectivites/" + slug);
            assertThat(page.getByText("SIEGVO est en cours de déplacement vers « second »"))
                    .isVisible();
            visit.open("/console/collectivites/" + slug + "/deplacement");
            assertThat(page.getByText("Rechargez cette page")).isVisible();
            assertThat(page.getByRole(AriaRole.BUTTON, named("Déplacer"))).hasCount(0);
            look(page, "deplacement-ailleurs", Visit.DESK);
        } finally {
            onItsWay("null");
        }
    }

    @Tag("long")
    @Test
    void its_portal_is_read_meanwhile_and_a_form_keeps_what_was_typed_until_it_can_be_sent() throws SQLException {
        fleet.add(yaml(), "operator:test");
        try (var visit = Visit.at(new TenantId(slug), port)) {
            visit.open("/");
            onItsWay("'second'");
            var page = reading(visit);
            look(page, "lecture-seule", Visit.DESK);
            fill(page, "Nom et prénom", "Pierre Dupont");
            fill(page, "Adresse e\u2011mail", "dupont.p@exemple.fr");
            fill(page, "Objet", "Ma facture");
            fill(page, "Votre message", "Bonjour.");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("rien ne peut être envoyé en ce moment");
            assertThat(page.getByLabel("Votre message")).hasValue("Bonjour.");
            look(page, "lecture-seule-refus", Visit.DESK);

            onItsWay("null");
            Awaitility.await().untilAsserted(() -> {
                page.getByRole(AriaRole.BUTTON, named("Envoyer")).click();
                assertThat(page.getByText("Message envoyé.")).isVisible();
            });
            assertThat(visit.open("/contact").getByText("Lecture seule")).hasCount(0);
        } finally {
            onItsWay("null");
        }
    }

    /** The page of a form, from when the node has heard of the move. */
    private Page reading(Visit visit) {
        Awaitility.await()
                .untilAsserted(() -> assertThat(visit.open("/contact").getByText("Lecture seule pour une minute"))
                        .isVisible());
        return visit.page();
    }

    @Test
    @Tag("long")
    void who_does_not_administer_sees_no_way_there() {
        fleet.add(yaml(), "operator:test");
        try (var visit = desk()) {
            comeIn(visit, Permission.OPERATE);
            var page = visit.open("/console/collectivites/" + slug);
            assertThat(page.getByRole(AriaRole.LINK, named("Configuration").setExact(true)))
                    .isVisible();
            assertThat(page.getByRole(AriaRole.LINK, named("Déplacement"))).hasCount(0);
            visit.open("/console/collectivites/" + slug + "/deplacement");
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("Cette page ne vous est pas ouverte");
        }
    }

    private void onItsWay(String to) throws SQLException {
        var database = Services.shared().database();
        try (var connection = DriverManager.getConnection(
                        database.url(), database.ownerUsername(), database.ownerPassword());
                var statement = connection.createStatement()) {
            statement.execute("update platform.tenant set moving_to = " + to + " where slug = '" + slug + "'");
        }
    }
}
