package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import fr.ondine.platform.identity.AccountAlreadyExists;
import fr.ondine.platform.identity.ActivationRequested;
import fr.ondine.platform.identity.SignInMethodChanged;
import fr.ondine.platform.identity.SignInMethodChanged.What;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A person's way in by FranceConnect, in a browser. */
class FranceConnectTests extends FranceConnectPages {

    private static final Pattern DASHBOARD = Pattern.compile(".*/tableau-de-bord.*");
    private static final Pattern ACCOUNT = Pattern.compile(".*/mon-compte/franceconnect.*");

    @Test
    void a_person_comes_for_the_first_time_confirms_by_mail_comes_again_and_leaves_both() {
        var email = somebody().value();
        try (var visit = new Visit(ELLIPTIC, port, Visit.PHONE, ColorScheme.LIGHT)) {
            var page = visit.open("/inscription");
            assertThat(button(visit)).isVisible();
            assertThat(page.getByText("Qu'est-ce que FranceConnect ?")).hasAttribute("target", "_blank");
            Axe.assertCleanEverywhere(page);

            choose(visit, "Jean MARTIN");
            assertThat(page.locator("main")).containsText("Bonjour Jean DURAND");
            assertThat(page.getByLabel("Adresse e\u2011mail")).hasValue("jean.durand@exemple.fr");
            Axe.assertCleanEverywhere(page);
            page.getByLabel("Adresse e\u2011mail").fill(email);
            press(page, "Créer mon espace");
            assertThat(heading(page)).hasText("Relevez votre boîte mail");

            visit.open(Announcements.link(
                    "/activation", announcements.last(ActivationRequested.class).token()));
            assertThat(page.locator("main")).containsText("Jean DURAND");
            Axe.assertClean(page);
            press(page, "Activer mon compte");
            assertThat(page.getByText("Connectez-vous maintenant par FranceConnect"))
                    .isVisible();

            visit.open("/connexion");
            Axe.assertCleanEverywhere(page);
            choose(visit, "Jean MARTIN");
            page.waitForURL(DASHBOARD);

            visit.open("/mon-compte/franceconnect");
            assertThat(page.locator("main")).containsText("seul moyen d'ouvrir ce compte");
            Axe.assertClean(page);
            for (var other : new String[] {"mot-de-passe", "adresse-email", "supprimer"}) {
                visit.open("/mon-compte/" + other);
                assertThat(page.getByText("Choisir un mot de passe")).isVisible();
                Axe.assertClean(page);
            }

            visit.open("/mon-compte");
            press(page, "Se déconnecter");
            page.waitForURL(Pattern.compile(".*/deconnexion.*"));
            assertThat(page.getByText("Vous êtes déconnecté.")).isVisible();
            Axe.assertClean(page);
            assertThat(visit.open("/mon-compte")).hasURL(Pattern.compile(".*/connexion.*"));
        }
    }

    @Test
    void whose_address_has_an_account_reads_the_same_and_the_mailbox_is_told() {
        var owner = member(RSA);
        try (var visit = Visit.at(RSA, port)) {
            var page = visit.open("/connexion");
            choose(visit, "Zoé ÉTÉ-NOËL");
            assertThat(page.locator("main")).containsText("Connectez-vous d'abord avec votre mot de passe");
            page.getByLabel("Adresse e\u2011mail").fill(owner.address());
            press(page, "Créer mon espace");
            assertThat(heading(page)).hasText("Relevez votre boîte mail");

            assertThat(announcements.last(AccountAlreadyExists.class).user()).isEqualTo(owner.userId());
            visit.open("/connexion");
            choose(visit, "Zoé ÉTÉ-NOËL");
            assertThat(page).hasURL(Pattern.compile(".*/inscription/franceconnect.*"));
        }
    }

    @Test
    void whom_franceconnect_tells_no_address_gives_one() {
        try (var visit = Visit.at(PLAIN, port)) {
            var page = visit.open("/connexion");
            choose(visit, "Ali BEN");
            assertThat(page.getByLabel("Adresse e\u2011mail")).hasValue("");
        }
    }

    @Test
    void who_is_signed_in_is_asked_links_comes_by_it_and_gives_it_up_again() {
        var owner = member(PLAIN);
        try (var visit = new Visit(PLAIN, port, Visit.PHONE, ColorScheme.LIGHT)) {
            var page = visit.open("/connexion");
            page.getByLabel("Adresse e\u2011mail").fill(owner.address());
            page.getByLabel("Mot de passe", new Page.GetByLabelOptions().setExact(true))
                    .fill(PASSWORD);
            press(page, "Se connecter");
            page.waitForURL(DASHBOARD);

            visit.open("/mon-compte/franceconnect");
            Axe.assertCleanEverywhere(page);
            choose(visit, "Angela Claire Louise DUBOIS");
            page.waitForURL(ACCOUNT);
            assertThat(page.locator("main")).containsText("Voulez-vous qu'elle puisse ouvrir ce compte");
            Axe.assertCleanEverywhere(page);
            confirm(page, "quatre chats noirs", "Lier mon compte à FranceConnect");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Ce n'est pas votre mot de passe");
            confirm(page, PASSWORD, "Lier mon compte à FranceConnect");
            assertThat(page.getByText("Votre compte est lié à FranceConnect.")).isVisible();
            Axe.assertCleanEverywhere(page);
            assertThat(announcements.last(SignInMethodChanged.class).what()).isEqualTo(What.FRANCE_CONNECT_LINKED);

            page.context().clearCookies();
            visit.open("/connexion");
            choose(visit, "Angela Claire Louise DUBOIS");
            page.waitForURL(DASHBOARD);
            visit.open("/mon-compte/franceconnect");
            page.getByLabel("Mot de passe actuel").first().fill(PASSWORD);
            press(page, "Délier FranceConnect");
            assertThat(page.getByText("Votre compte n'est plus lié à FranceConnect."))
                    .isVisible();
            assertThat(announcements.last(SignInMethodChanged.class).what()).isEqualTo(What.FRANCE_CONNECT_UNLINKED);
        }
    }

    @Test
    void what_went_wrong_is_said_above_the_other_way_in() {
        try (var visit = new Visit(ELLIPTIC, port, Visit.PHONE, ColorScheme.LIGHT)) {
            var page = visit.open("/connexion");
            button(visit).click();
            page.getByText("Revenir au portail").click();
            assertThat(page.getByRole(AriaRole.ALERT))
                    .containsText("FranceConnect ne nous a pas confirmé qui vous êtes");
            assertThat(page.getByRole(AriaRole.ALERT)).isFocused();
            assertThat(page.getByLabel("Mot de passe", new Page.GetByLabelOptions().setExact(true)))
                    .isVisible();
            Axe.assertCleanEverywhere(page);
            for (var word : new String[] {"indisponible", "echec", "trop", "autre"}) {
                visit.open("/connexion?franceconnect=" + word);
                assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
                Axe.assertClean(page);
            }
        }
    }

    private static void choose(Visit visit, String person) {
        button(visit).click();
        visit.page().getByText(person).click();
        visit.page().locator("#outlet main h1").waitFor();
    }

    private static void confirm(Page page, String password, String button) {
        page.getByLabel("Mot de passe actuel").fill(password);
        press(page, button);
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static Locator heading(Page page) {
        return page.locator("h1");
    }
}
