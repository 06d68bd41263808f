package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import fr.ondine.platform.factors.SecondFactor;
import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.fleet.FleetDirectory;
import fr.ondine.platform.staff.Team;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.CaughtMails;
import fr.ondine.testing.TestStaff;
import fr.ondine.testing.Utilities;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A day of those who work at a utility, at a desk and on a phone. */
class StaffTests extends DeskPortal {

    private static final String PASSWORD = TestStaff.PASSWORD;

    @LocalServerPort
    int port;

    @Autowired
    BeanFactory beans;

    @Autowired
    Team team;

    @Autowired
    Fleet fleet;

    @Autowired
    FleetDirectory directory;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @AfterEach
    void as_before() {
        if (!directory.configuration("siegvo").equals(Utilities.yaml(Utilities.SIEGVO))) {
            fleet.configure("siegvo", Utilities.yaml(Utilities.SIEGVO), "operator:test", "as before");
        }
    }

    @ParameterizedTest
    @MethodSource("fr.ondine.journeys.Visit#widths")
    void an_administrator_comes_in_by_invitation_invites_an_agent_and_leaves(int width) {
        var email = TestStaff.freshEmail();
        TenantContext.runAs(Utilities.SIEGVO, () -> team.inviteAdministrator("operator:test", email, "Anne Martin"));
        var link = CaughtMails.shared().await(email.value()).link();
        try (var visit = new Visit(Utilities.SIEGVO, port, width, ColorScheme.LIGHT)) {
            var page = visit.open(link.getPath() + "?" + link.getQuery());
            look(page, "invitation", width);
            var factor =
                    new SecondFactor("", page.locator(".secret").textContent().replace(" ", ""));
            fill(page, "Nouveau mot de passe", PASSWORD);
            fill(page, "Confirmation du mot de passe", PASSWORD);
            fill(page, "Premier code à six chiffres", factor.codeAt(clock.instant()));
            press(page, "Ouvrir mon accès");
            assertThat(page.locator(".recovery li")).hasCount(10);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Espace de gestion"))
                    .click();
            // the one that comes next is not used yet, and good already
            signIn(page, email.value(), factor.codeAt(clock.instant().plusSeconds(30)), width);
            assertThat(heading(page)).hasText("Bonjour Anne Martin");
            look(page, "accueil", width);

            visit.open("/gestion/equipe");
            var agent = TestStaff.freshEmail().value();
            fill(page, "Nom", "Paul Dupont");
            fill(page, "Adresse e\u2011mail", agent);
            press(page, "Envoyer l'invitation");
            assertThat(page.getByText("Une invitation part pour " + agent)).isVisible();
            assertThat(page.getByText(agent).last()).isVisible();
            look(page, "equipe", width);

            visit.open("/gestion/mon-compte");
            look(page, "mon-compte", width);
            fill(page, "Mot de passe actuel", PASSWORD);
            fill(page, "Nouveau mot de passe", "quatre hérons patientent");
            fill(page, "Confirmation du mot de passe", "quatre hérons patientent");
            press(page, "Changer le mot de passe");
            assertThat(page.getByText("Votre mot de passe est changé.")).isVisible();

            press(page, "Se déconnecter");
            assertThat(page.getByText("Votre session est fermée.")).isVisible();
            page.navigate("http://siegvo.localhost:" + port + "/gestion/equipe");
            page.waitForURL(Pattern.compile(".*/gestion/connexion.*"));
        }
    }

    @ParameterizedTest
    @MethodSource("fr.ondine.journeys.Visit#widths")
    void a_code_is_asked_for_again_and_what_was_typed_is_done(int width) {
        var known = staff().administrator();
        var id = idAtFirstVersion(known.email());
        try (var visit = new Visit(Utilities.SIEGVO, port, width, ColorScheme.LIGHT)) {
            visit.open(SignInWithoutAsking.unproven(id));
            var page = visit.open("/gestion/equipe");
            var invited = TestStaff.freshEmail().value();
            fill(page, "Nom", "Paul Dupont");
            fill(page, "Adresse e\u2011mail", invited);
            press(page, "Envoyer l'invitation");
            assertThat(page.getByText("Confirmez que c'est vous")).isVisible();
            look(page, "preuve", width);
            page.locator("#code").fill("000000");
            press(page, "Confirmer");
            assertThat(page.getByText("Ce code n'ouvre rien")).isVisible();
            page.locator("#code").fill(known.recoveryCodes().getFirst());
            press(page, "Confirmer");
            assertThat(page.getByText("Une invitation part pour " + invited)).isVisible();
            assertThat(page.getByText("Confirmez que c'est vous")).hasCount(0);

            var another = TestStaff.freshEmail().value();
            fill(page, "Nom", "Line Dupont");
            fill(page, "Adresse e\u2011mail", another);
            press(page, "Envoyer l'invitation");
            assertThat(page.getByText("Une invitation part pour " + another)).isVisible();
        }
    }

    @Test
    void nobody_at_an_open_page_suspends_anybody_without_a_code_nor_lets_them_in_again() {
        var known = staff().administrator();
        var paul = staff().agent().email();
        try (var visit = new Visit(Utilities.SIEGVO, port, Visit.DESK, ColorScheme.LIGHT)) {
            visit.open(SignInWithoutAsking.unproven(idAtFirstVersion(known.email())));
            var page = visit.open("/gestion/equipe");
            row(page, paul).getByText("Suspendre").click();
            assertThat(page.getByText("Confirmez que c'est vous")).isVisible();
            Axe.assertClean(page);
            Assertions.assertThat(state(paul)).isEqualTo("ACTIVE");
            page.locator("#code").fill(known.recoveryCodes().getFirst());
            press(page, "Confirmer");
            assertThat(row(page, paul)).containsText("Suspendu");
            Assertions.assertThat(state(paul)).isEqualTo("SUSPENDED");

            visit.open(SignInWithoutAsking.unproven(idAtFirstVersion(known.email())));
            visit.open("/gestion/equipe");
            row(page, paul).getByText("Rétablir").click();
            assertThat(page.getByText("Confirmez que c'est vous")).isVisible();
            Assertions.assertThat(state(paul)).isEqualTo("SUSPENDED");
            page.locator("#code").fill(known.recoveryCodes().get(1));
            press(page, "Confirmer");
            assertThat(row(page, paul)).not().containsText("Suspendu");
            Assertions.assertThat(state(paul)).isEqualTo("ACTIVE");
        }
    }

    private static Locator row(Page page, String email) {
        return page.locator("tr", new Page.LocatorOptions().setHasText(email));
    }

    private String state(String email) {
        return TenantContext.callAs(
                Utilities.SIEGVO,
                () -> transaction.execute(status -> database.sql("select state from staff_member where email = ?")
                        .param(email)
                        .query(String.class)
                        .single()));
    }

    @Test
    void a_passkey_stands_for_the_application_from_the_invitation_on_and_proves_again_who_is_there() {
        var email = TestStaff.freshEmail();
        TenantContext.runAs(Utilities.SIEGVO, () -> team.inviteAdministrator("operator:test", email, "Line Martin"));
        var link = CaughtMails.shared().await(email.value()).link();
        try (var visit = new Visit(Utilities.SIEGVO, port, Visit.DESK, ColorScheme.LIGHT)) {
            var page = visit.open(link.getPath() + "?" + link.getQuery());
            var computer = new VirtualAuthenticator(page);
            fill(page, "Nouveau mot de passe", PASSWORD);
            fill(page, "Confirmation du mot de passe", PASSWORD);
            press(page, "Plutôt une clé d'accès, sans application");
            lookAtPasskeys(page, "invitation");
            press(page, "Ouvrir mon accès");
            assertThat(page.locator(".recovery li")).hasCount(10);
            Assertions.assertThat(computer.passkeys()).isEqualTo(1);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Espace de gestion"))
                    .click();
            fill(page, "Adresse e\u2011mail", email.value());
            fill(page, "Mot de passe", PASSWORD);
            press(page, "Continuer");
            lookAtPasskeys(page, "second-step");
            computer.recognises(false);
            press(page, "Utiliser une clé d'accès");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("n'a pas confirmé");
            computer.recognises(true);
            var before = visit.session();
            press(page, "Utiliser une clé d'accès");
            assertThat(heading(page)).hasText("Bonjour Line Martin");
            Assertions.assertThat(visit.session()).isNotEqualTo(before);

            visit.open("/gestion/mon-compte");
            assertThat(page.locator(".devices li")).containsText("Chrome sur Linux");
            page.getByLabel("Retirer la clé d'accès Chrome sur Linux").click();
            lookAtPasskeys(page, "account");
            page.locator("#password-to-remove").fill(PASSWORD);
            press(page, "Retirer cette clé d'accès");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("votre seul second facteur");

            visit.open(SignInWithoutAsking.unproven(idAtFirstVersion(email.value())));
            visit.open("/gestion/equipe");
            var invited = TestStaff.freshEmail().value();
            fill(page, "Nom", "Paul Dupont");
            fill(page, "Adresse e\u2011mail", invited);
            press(page, "Envoyer l'invitation");
            assertThat(page.getByText("Confirmez que c'est vous")).isVisible();
            lookAtPasskeys(page, "proof");
            press(page, "Utiliser une clé d'accès");
            assertThat(page.getByText("Une invitation part pour " + invited)).isVisible();
        }
    }

    private static void lookAtPasskeys(Page page, String name) {
        Axe.assertCleanAtBothEnds(page);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        for (var width : new int[] {Visit.PHONE, Visit.DESK}) {
            page.setViewportSize(width, 800);
            Pictures.keep(
                    page,
                    new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of("target/passkeys/staff-" + name + "-" + width + ".png")));
        }
    }

    /** Who is signed in without asking is so at the first version of the account. */
    private UUID idAtFirstVersion(String email) {
        return TenantContext.callAs(
                Utilities.SIEGVO,
                () -> transaction.execute(status -> database.sql(
                                "update staff_member set security_version = 0 where email = ? returning id")
                        .param(email)
                        .query(UUID.class)
                        .single()));
    }

    @Test
    void an_agent_sees_what_the_account_is_for_and_opens_nothing_else() {
        var paul = staff().agent();
        try (var visit = Visit.at(Utilities.SIEGVO, port)) {
            comeIn(visit, paul);
            assertThat(visit.page().getByText("Votre profil est celui de l'accueil des abonnés."))
                    .isVisible();
            look(visit.page(), "agent", Visit.DESK);
            assertThat(visit.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Équipe")))
                    .hasCount(0);
            visit.open("/gestion/equipe");
            assertThat(heading(visit.page())).not().hasText("Équipe");
            assertThat(visit.page().locator("table")).hasCount(0);
            assertThat(visit.page().getByText("Votre profil n'ouvre pas cette page."))
                    .isVisible();
            visit.answer("/gestion/mensualites");
            assertThat(visit.page().locator("main"))
                    .containsText("L'accueil de l'espace de gestion mène à tout le reste");
            visit.open("/gestion/apercu");
            assertThat(visit.page().getByText("Votre profil n'ouvre pas cette page."))
                    .isVisible();
            visit.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Revenir à l'accueil"))
                    .click();
            assertThat(heading(visit.page())).containsText("Bonjour");
        }
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("fr.ondine.journeys.Visit#widths")
    void a_colour_and_a_piece_of_news_are_compared_then_live(int width) {
        try (var visit = new Visit(Utilities.SIEGVO, port, width, ColorScheme.LIGHT)) {
            comeIn(visit, staff().administrator());
            var page = visit.open("/gestion/configuration/marque");
            fill(page, "Couleur", "#ffd800");
            press(page, "Voir ce qui change");
            assertThat(page.locator("#colour-error")).containsText("contraste");
            look(page, "couleur-refusee", width);
            fill(page, "Couleur", "#00523c");
            page.keyboard().press("Tab");
            assertThat(page.frameLocator(".phone iframe").locator("meta[name=theme-color]"))
                    .hasAttribute("content", "#00523c");
            fill(page, "Couleur", "#7a1f5c");
            press(page, "Voir ce qui change");
            assertThat(page.locator(".difference")).containsText("Marque › Couleur");
            assertThat(page.locator(".difference")).not().containsText("brand.colour");
            assertThat(page.frameLocator(".phone iframe").locator("meta[name=theme-color]"))
                    .hasAttribute("content", "#7a1f5c");
            assertThat(page.frameLocator(".wide iframe").locator("#outlet main h1"))
                    .isVisible();
            assertThat(page.getByText("Contrastes de la couleur #7a1f5c")).isVisible();
            look(page, "couleur", width);
            try (var stranger = Visit.at(Utilities.SIEGVO, port)) {
                stranger.open("/?apercu=1");
                assertThat(stranger.page().locator("meta[name=theme-color]")).hasAttribute("content", "#0b5394");
            }
            apply(page, "Nouvelle charte");

            visit.open("/gestion/configuration/actualites");
            fill(page, "Titre", "Travaux rue Haute");
            fill(page, "Texte", "L'eau sera coupée mardi matin.");
            press(page, "Voir ce qui change");
            assertThat(page.locator(".difference")).containsText("Travaux rue Haute");
            assertThat(page.frameLocator(".phone iframe").getByText("Travaux rue Haute"))
                    .isVisible();
            look(page, "actualite", width);
            apply(page, "Travaux");

            visit.open("/");
            assertThat(page.getByText("Travaux rue Haute")).isVisible();
            assertThat(page.locator("meta[name=theme-color]")).hasAttribute("content", "#7a1f5c");

            fleet.rollBack("siegvo", 1, "operator:anne@exploitant.fr key:nuit");
            visit.open("/gestion/configuration");
            assertThat(page.getByText("Nouvelle charte").first()).isVisible();
            assertThat(page.getByText("anne@exploitant.fr (exploitant)").first())
                    .isVisible();
            assertThat(page.getByText("Retour à la version 1").first()).isVisible();
            assertThat(page.locator("td[data-label=Date]").first()).containsText(Pattern.compile("\\d\\d:\\d\\d$"));
            assertThat(page.locator("td[data-label=Raison]").last())
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setVisible(width == Visit.DESK));
            look(page, "versions", width);
        }
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("fr.ondine.journeys.Visit#widths")
    void the_dashboard_of_nobody_shows_a_colour_as_subscribers_will_see_it(int width) {
        try (var visit = new Visit(Utilities.SIEGVO, port, width, ColorScheme.LIGHT)) {
            comeIn(visit, staff().administrator());
            var page = visit.open("/gestion/configuration/marque");
            fill(page, "Nom", "Eaux du Val");
            fill(page, "Couleur", "#7a1f5c");
            page.keyboard().press("Tab");
            page.getByLabel("Page", new Page.GetByLabelOptions().setExact(true))
                    .selectOption(new SelectOption().setLabel("Tableau de bord d'un abonné (exemple)"));
            for (var size : List.of(".phone", ".wide")) {
                var frame = page.frameLocator(size + " iframe");
                assertThat(frame.locator("#outlet main h1")).hasText("Bonjour, Camille Exemple");
                assertThat(frame.locator("meta[name=theme-color]")).hasAttribute("content", "#7a1f5c");
                assertThat(frame.locator("#outlet header")).containsText("Eaux du Val");
                assertThat(frame.getByText("ce contrat, cette facture et ces relevés n'existent pas"))
                        .isVisible();
                assertThat(frame.locator("#outlet main")).containsText(Pattern.compile("86,40.€"));
                assertThat(frame.locator(".tabs [aria-current=page]")).hasCount(1);
            }
            look(page, "apercu-abonne", width);
            visit.open("/gestion/apercu");
            assertThat(heading(page)).hasText("Bonjour, Camille Exemple");
            assertThat(page.locator("meta[name=theme-color]")).hasAttribute("content", "#0b5394");
            look(page, "apercu-abonne-seul", width);
        }
    }

    @Tag("long")
    @Test
    void what_is_typed_after_a_comparison_is_compared_anew() {
        try (var visit = Visit.at(Utilities.SIEGVO, port)) {
            comeIn(visit, staff().administrator());
            var page = visit.open("/gestion/configuration/mots");
            fill(page, "Nom de l'espace", "Mon eau");
            press(page, "Voir ce qui change");
            fill(page, "Raison du changement", "Un autre nom");
            fill(page, "Nom de l'espace", "Mon eau à moi");
            press(page, "Mettre en ligne");
            assertThat(page.getByText("La page a changé depuis la comparaison."))
                    .isVisible();
            assertThat(page.locator(".difference")).hasCount(0);
            press(page, "Voir ce qui change");
            assertThat(page.locator(".difference")).containsText("Mon eau à moi");
            apply(page, "Un autre nom");
            assertThat(page.getByLabel("Nom de l'espace")).hasValue("Mon eau à moi");
        }
    }

    @Tag("long")
    @Test
    void terms_and_explanations_are_changed_together() {
        try (var visit = Visit.at(Utilities.SIEGVO, port)) {
            comeIn(visit, staff().administrator());
            var page = visit.open("/gestion/configuration/mots");
            fill(page, "Nom de l'espace", "Mon eau");
            fill(page, "Au-dessus des factures", "Nos factures partent deux fois par an.");
            press(page, "Voir ce qui change");
            assertThat(page.locator(".difference")).containsText("Mon eau");
            assertThat(page.locator(".difference")).containsText("deux fois par an");
            apply(page, "Plus clair");
            assertThat(page.getByLabel("Nom de l'espace")).hasValue("Mon eau");
            assertThat(page.getByLabel("Au-dessus des factures")).hasValue("Nos factures partent deux fois par an.");
        }
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("fr.ondine.journeys.Visit#widths")
    void each_part_of_the_configuration_can_be_read_and_used(int width) {
        try (var visit = new Visit(Utilities.SIEGVO, port, width, ColorScheme.LIGHT)) {
            comeIn(visit, staff().administrator());
            var page = visit.open("/gestion/configuration/contacts");
            look(page, "contacts", width);
            fill(page, "Adresse e\u2011mail du service", "pas une adresse");
            press(page, "Voir ce qui change");
            assertThat(page.locator("#email-error")).containsText("incomplète ou mal écrite");

            visit.open("/gestion/configuration/mots");
            assertThat(page.getByLabel("Bouton pour s'inscrire")).hasValue(Pattern.compile("."));
            fill(page, "Nom de l'espace", "Mon eau");
            press(page, "Voir ce qui change");
            assertThat(page.locator(".difference")).containsText("Mon eau");
            look(page, "mots", width);

            visit.open("/gestion/configuration/services");
            fill(page, "Relevé refusé au-dessus de (%)", "150");
            press(page, "Voir ce qui change");
            assertThat(page.locator("#readings-refuse-above-percent-error")).isVisible();
            fill(page, "Relevé refusé au-dessus de (%)", "600");
            page.getByLabel("Formulaire de contact").uncheck();
            press(page, "Voir ce qui change");
            assertThat(page.locator(".difference")).containsText("Service proposé");
            assertThat(page.locator(".difference")).containsText("600");
            assertThat(page.locator(".difference")).not().containsText("Connexion des abonnés");
            look(page, "services", width);

            visit.open("/gestion/configuration/texte");
            look(page, "texte", width);
            var other = Utilities.yaml(Utilities.SIEGVO).replace("[siegvo.localhost]", "[autre.localhost]");
            fill(page, "Configuration (YAML)", other);
            press(page, "Voir ce qui change");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("seul un exploitant");
        }
    }

    private void comeIn(Visit visit, TestStaff.Known who) {
        var page = visit.open("/gestion/connexion");
        var before = visit.session();
        signIn(page, who.email(), who.factor().codeAt(clock.instant()), Visit.DESK);
        assertThat(heading(page)).containsText("Bonjour");
        Assertions.assertThat(visit.session())
                .as("nobody knew it before")
                .isNotEmpty()
                .isNotEqualTo(before);
    }

    private static void signIn(Page page, String email, String code, int width) {
        fill(page, "Adresse e\u2011mail", email);
        fill(page, "Mot de passe", PASSWORD);
        look(page, "connexion", width);
        press(page, "Continuer");
        fill(page, "Code à six chiffres", code);
        press(page, "Se connecter");
    }

    private static void apply(Page page, String reason) {
        fill(page, "Raison du changement", reason);
        press(page, "Mettre en ligne");
        assertThat(page.getByText("C'est en ligne.")).isVisible();
    }

    private TestStaff staff() {
        return new TestStaff(beans, Utilities.SIEGVO);
    }

    private static com.microsoft.playwright.Locator heading(Page page) {
        return page.locator("#outlet main h1");
    }

    private static void fill(Page page, String label, String text) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    private static void look(Page page, String name, int width) {
        Axe.assertClean(page);
        Pictures.keep(
                page,
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "screenshots", "staff", name + "-" + width + ".png")));
    }
}
