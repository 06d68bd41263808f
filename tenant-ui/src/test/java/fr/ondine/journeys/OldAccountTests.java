package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import fr.ondine.demo.data.DemoOldLogin;
import fr.ondine.demo.data.DemoSample;
import fr.ondine.demo.data.DemoSubscribers;
import fr.ondine.demo.data.DemoUtility;
import fr.ondine.platform.identity.ActivationRequested;
import fr.ondine.platform.imports.Imports;
import fr.ondine.platform.oldaccounts.OldAccountAwaits;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.TenantProvisioning;
import fr.ondine.testing.Utilities;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** iléo's three steps, from the old number to the contract, in a browser. */
@PortalTest
class OldAccountTests {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Paris"));
    private static final TenantId UTILITY = new TenantId("oldjourney");
    private static final String PASSWORD = "trois chevaux gris";
    private static final Pattern DASHBOARD = Pattern.compile(".*/tableau-de-bord.*");

    @LocalServerPort
    int port;

    @Autowired
    TenantProvisioning provisioning;

    @Autowired
    Imports imports;

    @Autowired
    Announcements announcements;

    private List<DemoOldLogin> logins;

    @BeforeEach
    void a_utility_like_ileo_with_old_accounts() {
        provisioning.provision(Utilities.like(Utilities.ILEO, UTILITY.slug())
                .replace("ancien numéro client)\n", "ancien numéro client)\n  signs-in-until: 2999-12-31\n"));
        DemoSample.load(imports, DemoUtility.ILEO, UTILITY, TODAY);
        logins = DemoSubscribers.of(DemoUtility.ILEO, TODAY).withOldLogin();
    }

    @Test
    void an_old_number_becomes_an_account_in_three_steps_and_a_second_one_joins_it() {
        var email = "p" + UUID.randomUUID().toString().substring(0, 8) + "@exemple.fr";
        try (var visit = new Visit(UTILITY, port, Visit.PHONE, ColorScheme.LIGHT)) {
            var page = visit.open("/connexion");
            look(page, "0-sign-in");
            page.getByText("J'ai un ancien identifiant").click();
            look(page, "1-old-number");
            signIn(page, logins.get(0).number(), "un mauvais");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("ne convient pas");
            assertThat(page.getByLabel("Ancien identifiant iléo (ancien numéro client)"))
                    .hasValue(logins.get(0).number());
            look(page, "1-refused");
            var before = session(page);
            signIn(page, logins.get(0).number(), logins.get(0).password());
            assertThat(session(page))
                    .as("nobody who knew it before comes along")
                    .isNotEqualTo(before);

            assertThat(page.locator("main")).containsText("Étape 2 sur 3");
            assertThat(page.getByLabel("Nom", new Page.GetByLabelOptions().setExact(true)))
                    .not()
                    .hasValue("");
            assertThat(page.getByLabel("Adresse e\u2011mail")).hasValue(Pattern.compile("[a-z.]+@courriel\\.example"));
            page.getByLabel("Nouveau mot de passe").pressSequentially("trois chev");
            assertThat(page.locator(".counted")).hasText("Encore 2 caractères.");
            page.getByLabel("Nouveau mot de passe").fill("motdepasse2024!");
            page.getByLabel("Confirmation du mot de passe").focus();
            assertThat(page.locator(".judged")).containsText("facile à deviner");
            look(page, "2-person");
            fill(page, email);
            assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1)))
                    .hasText("Relevez votre boîte mail");
            assertThat(page.locator("main")).containsText("Étape 3 sur 3");
            look(page, "3-mail");

            visit.open(Announcements.link(
                    "/activation", announcements.last(ActivationRequested.class).token()));
            page.getByLabel("Le mot de passe que vous avez choisi").fill(PASSWORD);
            press(page, "Activer mon compte");
            page.waitForURL(DASHBOARD);
            assertThat(page.locator("main")).not().containsText("Aucun contrat n'est encore ouvert");
            assertThat(page.locator(".told [role=status]")).containsText("Votre compte est activé.");
            look(page, "4-dashboard");
            visit.open("/mon-compte");
            assertThat(page.locator("main")).containsText("Cet appareil");

            page.context().clearCookies();
            visit.open("/connexion/ancien-compte");
            signIn(page, logins.get(1).number(), logins.get(1).password());
            fill(page, email);
            // nobody is told that the address has an account
            assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1)))
                    .hasText("Relevez votre boîte mail");
            visit.open("/connexion/ancien-compte");
            signIn(page, logins.get(0).number(), PASSWORD);
            page.waitForURL(DASHBOARD);
            visit.open(Announcements.link(
                    "/contrats/ancien-compte",
                    announcements.last(OldAccountAwaits.class).token()));
            look(page, "5-bring-in");
            press(page, "Ajouter ces contrats");
            assertThat(page.getByText("Vos contrats sont dans votre espace.")).isVisible();
            Axe.assertClean(page);
        }
    }

    @Test
    void a_forgotten_old_password_is_answered_the_same_for_any_number_and_without_steps_nobody_gets_to_the_second() {
        try (var visit = new Visit(UTILITY, port, Visit.DESK, ColorScheme.DARK)) {
            var page = visit.open("/mot-de-passe-oublie/ancien-compte");
            look(page, "6-forgotten");
            page.getByLabel("Ancien identifiant iléo (ancien numéro client)").fill("inconnu");
            press(page, "Recevoir le lien");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Si cet identifiant a une adresse");
            visit.open("/mot-de-passe-oublie/ancien-compte");
            page.getByLabel("Ancien identifiant iléo (ancien numéro client)")
                    .fill(logins.getLast().number());
            press(page, "Recevoir le lien");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Si cet identifiant a une adresse");

            assertThat(visit.open("/inscription/ancien-compte"))
                    .hasURL(Pattern.compile(".*/connexion/ancien-compte.*"));
            signIn(page, logins.get(3).number(), logins.get(3).password());
            assertThat(page.locator("main")).containsText("Étape 2 sur 3");
            try (var other = page.context().newPage()) {
                other.navigate(page.url().replaceFirst("(https?://[^/]*).*", "$1/connexion/ancien-compte"));
                signIn(other, logins.get(2).number(), logins.get(2).password());
                assertThat(other.locator("main")).containsText("Étape 2 sur 3");
            }
            fill(page, "p" + UUID.randomUUID().toString().substring(0, 8) + "@exemple.fr");
            assertThat(page.getByText("Cette page est restée ouverte trop longtemps"))
                    .isVisible();
            look(page, "7-too-late");
        }
        try (var visit = Visit.at(Utilities.SIEGVO, port)) {
            assertThat(visit.open("/connexion/ancien-compte")).hasURL(Pattern.compile(".*/connexion$"));
            assertThat(visit.page().getByText("ancien identifiant")).isHidden();
        }
        assertThat(logins).hasSize(6);
    }

    private static String session(Page page) {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.endsWith("session"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElse("");
    }

    private static void signIn(Page page, String number, String password) {
        page.getByLabel("Ancien identifiant iléo (ancien numéro client)").fill(number);
        page.getByLabel("Mot de passe", new Page.GetByLabelOptions().setExact(true))
                .fill(password);
        press(page, "Continuer");
    }

    private static void fill(Page page, String email) {
        page.getByLabel("Adresse e\u2011mail").fill(email);
        page.getByLabel("Nouveau mot de passe").fill(PASSWORD);
        page.getByLabel("Confirmation du mot de passe").fill(PASSWORD);
        assertThat(page.locator(".judged")).hasText("Ce mot de passe est difficile à deviner.");
        press(page, "Continuer");
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button)).click();
    }

    private static void look(Page page, String name) {
        Axe.assertCleanAtBothEnds(page);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        for (var width : new int[] {Visit.DESK, Visit.PHONE}) {
            page.setViewportSize(width, 800);
            Pictures.keep(
                    page,
                    new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of("target/old-accounts/" + name + "-" + width + ".png")));
        }
    }
}
