package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import fr.ondine.migrations.OndineDatabase;
import fr.ondine.platform.fleet.UnknownUtility;
import fr.ondine.platform.operators.Permission;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.testing.CaughtMails;
import fr.ondine.testing.services.Services;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What operators do to utilities at the console, at a desk and on a phone. */
class ConsoleUtilitiesTests extends ConsolePages {

    @Autowired
    OndineDatabase database;

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
            assertThat(page.locator("dl").first())
                    .containsText(Pattern.compile("\\d+ changements, version \\w{8}, empreinte \\w{8}"));
            assertThat(page.getByRole(AriaRole.LINK, named(slug + ".localhost")))
                    .hasAttribute("href", Pattern.compile("https?://" + slug + "\\.localhost.*"));
            inviteAdministrator(page);
            somebodyWhomFranceConnectAloneLetsIn();
            configure(page, width);
            closeAndOpen(page, width);
            Assertions.assertThat(directory.acts(slug, 10))
                    .allMatch(act -> act.actor().endsWith("@exploitant.fr"))
                    .extracting(act -> act.detail())
                    .contains("trop clair", "travaux", "fini");
        }
    }

    @Override
    String yaml() {
        return super.yaml().replace("login: [email-and-password]", "login: [email-and-password, france-connect]") + """

                france-connect:
                  issuer: https://fc.exemple.fr/api/v2
                  client-id: client-of-console
                  signature: es256
                  userinfo: json
                """;
    }

    private void somebodyWhomFranceConnectAloneLetsIn() {
        var rows = beans.getBean(JdbcClient.class);
        TenantContext.runAs(
                new TenantId(slug),
                () -> beans.getBean(TransactionTemplate.class)
                        .executeWithoutResult(status -> rows.sql("""
                        with account as (
                            insert into user_account (id, email, state, created_at, activated_at)
                            values (gen_random_uuid(), 'angela@exemple.fr', 'ACTIVE', now(), now()) returning id)
                        insert into linked_identity (issuer, subject, user_id, linked_at)
                        select 'https://fc.exemple.fr/api/v2', 'angela', id, now() from account""").update()));
    }

    private static void inviteAdministrator(Page page) {
        var email = "d" + UUID.randomUUID().toString().substring(0, 8) + "@collectivite.fr";
        fill(page, "Nom", "Dominique Petit");
        fill(page, "Adresse e\u2011mail", email);
        press(page, "Envoyer l'invitation");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText(email);
        Assertions.assertThat(CaughtMails.shared().await(email).link()).hasPath("/gestion/invitation");
    }

    private void configure(Page page, int width) {
        page.getByRole(AriaRole.LINK, named("Configuration").setExact(true)).click();
        var text = page.getByLabel("Configuration (YAML)");
        assertThat(text).hasValue(Pattern.compile("slug: " + slug));
        assertThat(page.locator(".numbered pre")).hasText(Pattern.compile("^1\\s.*\\s60\\s.*", Pattern.DOTALL));
        Assertions.assertThat((Integer) text.evaluate("text => text.clientHeight"))
                .isGreaterThan(450);
        text.evaluate("text => text.scrollTop = text.scrollHeight");
        page.waitForFunction("document.querySelector('.numbered pre').scrollTop"
                + " == document.querySelector('.numbered textarea').scrollTop");
        look(page, "configuration", width);
        fill(page, "Configuration (YAML)", yaml().replace(", france-connect]", "]"));
        press(page, "Comparer avant d'appliquer");
        assertThat(page.getByText("ils n'entrent que par FranceConnect"))
                .containsText("Nombre de comptes concernés : 1");
        look(page, "sans-franceconnect", width);
        fill(page, "Configuration (YAML)", yaml().replace("#0b5394", "#ffffff"));
        press(page, "Comparer avant d'appliquer");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("brand.colour");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("un contraste de 1,0 sur blanc");
        fill(page, "Configuration (YAML)", yaml().replace("#0b5394", "#004d99"));
        press(page, "Comparer avant d'appliquer");
        assertThat(page.locator(".difference")).containsText("#004d99");
        assertThat(page.getByText("ils n'entrent que par FranceConnect")).hasCount(0);
        fill(page, "Configuration (YAML)", yaml().replace("#0b5394", "#00523c").replace(", france-connect]", "]"));
        page.keyboard().press("Tab");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Comparez de nouveau avant d'appliquer");
        assertThat(page.locator(".difference")).hasCount(0);
        press(page, "Comparer avant d'appliquer");
        assertThat(page.locator(".difference")).containsText("#00523c");
        assertThat(page.locator(".difference")).containsText("Marque › Couleur");
        assertThat(page.locator(".difference")).containsText("brand.colour");
        look(page, "difference", width);
        fill(page, "Motif", "trop clair");
        press(page, "Appliquer");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("en vigueur");
        page.getByRole(AriaRole.LINK, named("Retour à SIEGVO")).click();
        press(page, "Comparer la version 1");
        assertThat(page.locator(".difference")).containsText("#0b5394");
        assertThat(page.getByText("ils n'entrent que par FranceConnect")).hasCount(0);
        look(page, "comparaison", width);
        press(page, "Revenir à la version 1");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("La version 1 est de nouveau en vigueur");
        assertThat(page.getByText("Retour à la version 1").first()).isVisible();
        press(page, "Comparer la version 2");
        assertThat(page.getByText("ils n'entrent que par FranceConnect"))
                .containsText("Nombre de comptes concernés : 1");
    }

    private void closeAndOpen(Page page, int width) {
        page.getByLabel("Action").selectOption("Suspendre : portail fermé");
        press(page, "Exécuter");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Motif");
        fill(page, "Motif", "travaux");
        press(page, "Exécuter");
        assertThat(page.getByText("SIEGVO : portail suspendu.")).isVisible();
        look(page, "suspendue", width);
        fill(page, "Motif", "fini");
        press(page, "Exécuter");
        assertThat(page.getByText("SIEGVO : portail en service.")).isVisible();
    }

    @Tag("long")
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
            assertThat(page).hasTitle("Eaux de " + slug + " - Ondine");
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

            database.deleteAfter(slug, Instant.now().minusSeconds(60), "operator:test");
            visit.open("/console/collectivites/" + slug + "/suppression");
            fill(page, "Pour confirmer, tapez le nom : SIEGVO", "SIEGVO");
            press(page, "Supprimer pour toujours");
            assertThat(page.getByText("SIEGVO : la collectivité est supprimée.").first())
                    .isVisible();
            Assertions.assertThatThrownBy(() -> directory.get(slug)).isInstanceOf(UnknownUtility.class);
        }
    }

    @Test
    @Tag("long")
    void where_there_is_one_database_nothing_is_moved() {
        fleet.add(yaml(), "operator:test");
        try (var visit = desk()) {
            comeIn(visit, Permission.ADMINISTER);
            var page = visit.open("/console/collectivites/" + slug);
            assertThat(page.getByRole(AriaRole.LINK, named("Suppression"))).isVisible();
            assertThat(page.getByRole(AriaRole.LINK, named("Déplacement"))).hasCount(0);
            visit.open("/console/collectivites/" + slug + "/deplacement");
            assertThat(page.getByText("Cette plateforme n'a qu'une base, « main »"))
                    .isVisible();
            assertThat(page.getByRole(AriaRole.BUTTON, named("Déplacer"))).hasCount(0);
            look(page, "deplacement-une-base", Visit.DESK);
        }
    }

    @Test
    @Tag("long")
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
}
