package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.ondine.journeys.AtTheDesk.link;
import static fr.ondine.journeys.AtTheDesk.look;
import static fr.ondine.journeys.AtTheDesk.press;

import com.microsoft.playwright.options.ColorScheme;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.testing.Rows;
import fr.ondine.testing.Utilities;
import java.nio.file.Files;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Staff look at the portal as a subscriber sees it, and find in the journal that they did. */
@PortalTest
class SeeAsPagesTests {

    private final TenantId utility =
            new TenantId("w" + UUID.randomUUID().toString().replace("-", "").substring(0, 12));
    private final UUID anne = UUID.randomUUID();

    @LocalServerPort
    int port;

    @Autowired
    Fleet fleet;

    @Autowired
    Tenants tenants;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private AgreementId agreement;

    @BeforeEach
    void a_utility_that_wants_it_with_an_administrator_and_a_subscriber() {
        fleet.add(
                Utilities.like(Utilities.SIEGVO, utility.slug())
                        .replace("abnormal-use-notice]", "abnormal-use-notice, see-as-subscriber]"),
                "operator:test");
        tenants.refresh();
        TenantContext.runAs(
                utility,
                () -> transaction.executeWithoutResult(status -> {
                    database.sql("insert into staff_member (id, email, name, role, state, created_at)"
                                    + " values (?, ?, 'Anne Martin', 'ADMINISTRATOR', 'ACTIVE', now())")
                            .params(anne, anne + "@exemple.fr")
                            .update();
                    var rows = new Rows(database);
                    agreement = rows.agreement();
                    var user = rows.user();
                    rows.link(user, agreement);
                    database.sql(
                                    "update user_account set email = 'marie@exemple.fr', title = 'MRS', first_name = 'Marie',"
                                            + " last_name = 'Durand' where id = ?")
                            .param(user.value())
                            .update();
                }));
    }

    @ParameterizedTest
    @MethodSource("fr.ondine.journeys.Visit#widths")
    void what_a_subscriber_sees_is_seen_for_a_reason_and_stays_in_the_journal(int width) throws Exception {
        try (var visit = new Visit(utility, port, width, ColorScheme.LIGHT)) {
            visit.open(SignInWithoutAsking.administrator(anne));
            var page = visit.open("/gestion/comptes/" + agreement.value());
            link(page, "Voir l'espace comme l'abonné");
            press(page, "Voir son espace");
            assertThat(page.locator("#motif-error")).isVisible();
            look(page, "voir-comme", width);
            page.locator("#motif").fill("Ne trouve pas sa facture");
            press(page, "Voir son espace");

            assertThat(page.getByText("Vous voyez l'espace de")).isVisible();
            assertThat(page.getByText(Pattern.compile("Lecture seule, jusqu'au\\s.*\\sà\\s\\d+\\sh\\s\\d\\d\\.")))
                    .isVisible();
            assertThat(page.locator("main h1")).isVisible();
            look(page, "vu-comme", width);
            visit.open("/factures?contrat=" + agreement.value());
            assertThat(page.getByText("Vous voyez l'espace de")).isVisible();
            visit.open("/mon-compte");
            assertThat(page.getByText("marie@exemple.fr")).hasCount(0);
            assertThat(page.getByText("Changer", new com.microsoft.playwright.Page.GetByTextOptions()))
                    .hasCount(0);
            visit.open("/mon-compte/mot-de-passe");
            assertThat(page.getByText("Vous voyez l'espace de")).isVisible();
            assertThat(page.getByText("Cette page reste fermée quand vous voyez l'espace d'un abonné"))
                    .isVisible();
            link(page, "Revenir à l'accueil");
            assertThat(page).hasURL(Pattern.compile(".*/tableau-de-bord"));
            visit.open("/consommations?contrat=" + agreement.value());
            assertThat(page.getByText("Se déconnecter")).hasCount(0);
            link(page, "Revenir à l'espace de gestion");
            assertThat(page.locator("main h1")).containsText("Contrat");

            press(page, "Déconnecter partout");
            assertThat(page.getByText("Cette personne sera déconnectée de tous ses appareils"))
                    .isVisible();
            look(page, "deconnecter-partout", width);
            press(page, "Oui, déconnecter");
            assertThat(page.getByText("plus aucun appareil n'est connecté")).isVisible();
            press(page, "Retirer le contrat");
            assertThat(page.getByText("Cette personne ne verra plus ce contrat"))
                    .isVisible();
            look(page, "retirer-le-contrat", width);
            press(page, "Oui, retirer");
            assertThat(page.getByText("le contrat n'est plus dans cet espace")).isVisible();

            visit.open("/gestion/journal");
            assertThat(page.getByText("Ne trouve pas sa facture")).isVisible();
            assertThat(page.getByText("Fin de la vue comme l'abonné")).isVisible();
            look(page, "journal", width);
            page.locator("#qui").fill("personne");
            page.locator("main button[type=submit]").first().click();
            assertThat(page.getByText("Rien ne correspond")).isVisible();
            page.locator("#qui").fill("anne");
            page.locator("#sujet").fill("marie@exemple.fr");
            page.locator("main button[type=submit]").first().click();
            assertThat(page.getByText("Ne trouve pas sa facture")).isVisible();
            var file = page.waitForDownload(() -> link(page, "Télécharger (CSV)"));
            Assertions.assertThat(Files.readString(file.path()))
                    .startsWith("\ufeffQuand;Qui;Quoi;Sur quoi;Détail;moment;")
                    .contains(";Anne Martin;Espace vu comme l", "Ne trouve pas sa facture", ";see-as.begun;")
                    .doesNotContain("staff.signed-in");

            visit.open("/gestion/journal");
            page.locator("#nature").selectOption("Espaces des abonnés");
            page.locator("main button[type=submit]").first().click();
            page.waitForURL(Pattern.compile(".*nature=abonnes.*"));
            assertThat(page.locator("#nature option:checked")).hasText("Espaces des abonnés");
            assertThat(page.getByText("Ne trouve pas sa facture")).isVisible();
        }
    }
}
