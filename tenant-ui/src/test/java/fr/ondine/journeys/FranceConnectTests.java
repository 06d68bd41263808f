package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import fr.ondine.platform.identity.AccountAlreadyExists;
import fr.ondine.platform.identity.ActivationRequested;
import fr.ondine.platform.identity.ProvenIdentity;
import fr.ondine.platform.identity.SignInMethodChanged;
import fr.ondine.platform.identity.SignInMethodChanged.What;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.testing.Utilities;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A person's way in by FranceConnect, in a browser. */
class FranceConnectTests extends FranceConnectPages {

    private static final Pattern DASHBOARD = Pattern.compile(".*/tableau-de-bord.*");
    private static final Pattern ACCOUNT = Pattern.compile(".*/mon-compte/franceconnect.*");

    @Autowired
    Tenants tenants;

    @Test
    void a_person_comes_for_the_first_time_corrects_the_address_confirms_by_mail_and_franceconnect_and_leaves_both() {
        var mistyped = somebody().value();
        var email = somebody().value();
        try (var visit = new Visit(ELLIPTIC, port, Visit.PHONE, ColorScheme.LIGHT)) {
            var page = visit.open("/inscription");
            assertThat(button(visit)).isVisible();
            assertThat(page.getByText("Qu'est-ce que FranceConnect ?")).hasAttribute("target", "_blank");
            Axe.assertCleanEverywhere(page);

            choose(visit, "Léa BERNARD");
            assertThat(page.locator("main")).containsText("Bonjour Léa PETIT. Vous venez ici pour la première fois");
            assertThat(page.getByLabel("Adresse e\u2011mail")).hasValue("lea.petit@exemple.fr");
            Axe.assertCleanEverywhere(page);
            page.getByLabel("Adresse e\u2011mail").fill(mistyped);
            press(page, "Créer mon espace");
            assertThat(heading(page)).hasText("Relevez votre boîte mail");
            assertThat(page.locator("main")).containsText("une nouvelle fois avec FranceConnect");

            visit.open("/connexion");
            Axe.assertCleanEverywhere(page);
            choose(visit, "Léa BERNARD");
            assertThat(page.locator("main")).containsText("nous avons écrit à cette adresse : " + mistyped);
            assertThat(page.locator("main")).containsText("Bonjour Léa PETIT.");
            assertThat(page.locator("main")).not().containsText("première fois");
            Axe.assertCleanEverywhere(page);
            page.getByLabel("Adresse e\u2011mail").fill(email);
            press(page, "Recevoir un nouveau lien");
            assertThat(heading(page)).hasText("Relevez votre boîte mail");

            var link = Announcements.link(
                    "/activation", announcements.last(ActivationRequested.class).token());
            visit.open(link);
            assertThat(page.locator("main")).containsText("Léa PETIT");
            Axe.assertCleanEverywhere(page);
            choose(visit, "Zoé ÉTÉ-NOËL");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Une autre personne a demandé cet espace");
            Axe.assertClean(page);
            visit.open(link);
            choose(visit, "Léa BERNARD");
            page.waitForURL(DASHBOARD);
            assertThat(page.locator(".told [role=status]")).containsText("Votre compte est activé.");

            visit.open("/mon-compte/franceconnect");
            assertThat(page.locator("main")).containsText("seul moyen d'ouvrir ce compte");
            Axe.assertClean(page);
            for (var other : new String[] {"mot-de-passe", "adresse-email", "supprimer"}) {
                visit.open("/mon-compte/" + other);
                assertThat(page.getByText("Confirmez d'abord que c'est bien vous"))
                        .isVisible();
                assertThat(button(visit)).isVisible();
                Axe.assertClean(page);
            }

            visit.open("/mon-compte");
            press(page, "Se déconnecter");
            page.waitForURL(Pattern.compile(".*/deconnexion.*"));
            assertThat(page.getByText("Votre session est fermée.")).isVisible();
            Axe.assertClean(page);
            assertThat(visit.open("/mon-compte")).hasURL(Pattern.compile(".*/connexion.*"));
        }
    }

    @Test
    void who_goes_back_reads_no_alarm_and_whose_sign_in_failed_does() {
        try (var visit = Visit.at(ELLIPTIC, port)) {
            assertThat(visit.open("/connexion?franceconnect=abandon").getByRole(AriaRole.ALERT))
                    .hasClass(Pattern.compile("\\bwarn\\b"));
            assertThat(visit.open("/connexion?franceconnect=echec").getByRole(AriaRole.ALERT))
                    .hasClass(Pattern.compile("\\bbad\\b"));
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

    @Tag("long")
    @Test
    void a_page_that_lay_open_too_long_asks_for_nothing_and_leads_back() {
        var owner = member(RSA);
        try (var visit = new Visit(RSA, port, Visit.PHONE, ColorScheme.LIGHT)) {
            var page = visit.open("/connexion");
            choose(visit, "Jean MARTIN");
            comeMeanwhile(page, "Ali BEN");
            page.getByLabel("Adresse e\u2011mail").fill(somebody().value());
            press(page, "Créer mon espace");
            assertThat(page.getByText("Cette page est restée ouverte trop longtemps"))
                    .isVisible();
            assertThat(button(visit)).isVisible();
            Axe.assertCleanEverywhere(page);

            page.context().clearCookies();
            signIn(visit, owner.address());
            visit.open("/mon-compte/franceconnect?echec=trop");
            assertThat(page.getByText("Attendez un quart d'heure, puis recommencez."))
                    .isVisible();
            choose(visit, "Jean MARTIN");
            page.waitForURL(ACCOUNT);
            comeMeanwhile(page, "Ali BEN");
            confirm(page, PASSWORD, "Lier mon compte à FranceConnect");
            assertThat(page.getByText("Cette page est restée ouverte trop longtemps"))
                    .isVisible();
            assertThat(page.locator("main")).not().containsText("Votre compte est lié à FranceConnect");

            visit.open("/mon-compte");
            press(page, "Se déconnecter");
            page.waitForURL(Pattern.compile(".*/deconnexion$"));
        }
    }

    @Tag("long")
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
            choose(visit, "Zoé ÉTÉ-NOËL");
            page.getByText("J'ai déjà un espace, je me connecte").click();
            signIn(visit, owner.address());

            visit.open("/mon-compte/franceconnect");
            assertThat(page.locator("main")).containsText("Voulez-vous qu'elle puisse ouvrir ce compte");
            assertThat(page.locator("main .button[type=submit]:not(.second)"))
                    .hasText("Lier mon compte à FranceConnect");
            Axe.assertCleanEverywhere(page);
            confirm(page, "quatre chats noirs", "Lier mon compte à FranceConnect");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Ce n'est pas votre mot de passe");
            confirm(page, PASSWORD, "Lier mon compte à FranceConnect");
            assertThat(page.getByText("Votre compte est lié à FranceConnect.")).isVisible();
            Axe.assertCleanEverywhere(page);
            assertThat(announcements.last(SignInMethodChanged.class).what()).isEqualTo(What.FRANCE_CONNECT_LINKED);

            visit.open("/mon-compte");
            press(page, "Se déconnecter");
            page.waitForURL(Pattern.compile(".*/deconnexion$"));
            visit.open("/connexion");
            choose(visit, "Zoé ÉTÉ-NOËL");
            page.waitForURL(DASHBOARD);
            visit.open("/mon-compte/franceconnect");
            press(page, "Délier FranceConnect");
            page.getByLabel("Mot de passe actuel").fill(PASSWORD);
            Axe.assertCleanEverywhere(page);
            press(page, "Délier FranceConnect");
            assertThat(page.getByText("Votre compte n'est plus lié à FranceConnect."))
                    .isVisible();
            assertThat(announcements.last(SignInMethodChanged.class).what()).isEqualTo(What.FRANCE_CONNECT_UNLINKED);

            visit.open("/mon-compte/supprimer");
            page.getByLabel("Mot de passe actuel").fill(PASSWORD);
            press(page, "Supprimer définitivement mon compte");
            page.waitForURL(Pattern.compile(".*/deconnexion.state=compte-supprime$"));
            assertThat(page.getByText("Votre compte est supprimé")).isVisible();
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
            for (var word : new String[] {"indisponible", "echec", "trop", "autre", "inconnu"}) {
                visit.open("/connexion?franceconnect=" + word);
                assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
                Axe.assertClean(page);
            }
        }
    }

    @Tag("long")
    @Test
    void who_switches_it_off_reads_first_how_many_it_alone_lets_in() {
        opened(RSA, new ProvenIdentity("https://fc.exemple.fr/api/v2", UUID.randomUUID() + "v1", "Zoé", "ÉTÉ", null));
        var alone = TenantContext.callAs(
                RSA, () -> accounts.leftOutside(tenants.of(RSA), tenants.of(Utilities.MALESHERBOIS)));
        try (var visit = new Visit(RSA, port, Visit.PHONE, ColorScheme.LIGHT)) {
            visit.open(SignInWithoutAsking.administrator(administrator(RSA)));
            var page = visit.open("/gestion/configuration/services");
            var tick = page.getByLabel("FranceConnect", new Page.GetByLabelOptions().setExact(true));
            press(page, "Voir ce qui change");
            assertThat(page.getByText("ils n'entrent que par FranceConnect")).hasCount(0);
            tick.uncheck();
            press(page, "Voir ce qui change");
            assertThat(page.getByText("ils n'entrent que par FranceConnect"))
                    .containsText("Nombre de comptes concernés : " + alone);
            Axe.assertClean(page);
        }
    }

    private UUID administrator(TenantId utility) {
        var id = UUID.randomUUID();
        TenantContext.runAs(
                utility,
                () -> transaction.executeWithoutResult(
                        status -> database.sql("insert into staff_member (id, email, name, role, state, created_at)"
                                        + " values (?, ?, 'Anne Martin', 'ADMINISTRATOR', 'ACTIVE', now())")
                                .params(id, id + "@exemple.fr")
                                .update()));
        return id;
    }

    private static Page signIn(Visit visit, String email) {
        var page = visit.open("/connexion");
        page.getByLabel("Adresse e\u2011mail").fill(email);
        page.getByLabel("Mot de passe", new Page.GetByLabelOptions().setExact(true))
                .fill(PASSWORD);
        press(page, "Se connecter");
        page.waitForURL(DASHBOARD);
        return page;
    }

    /** In another tab of the same browser, somebody else. */
    private static void comeMeanwhile(Page page, String person) {
        try (var other = page.context().newPage()) {
            other.navigate(page.url().replaceFirst("(https?://[^/]*).*", "$1" + AtFranceConnect.START));
            other.getByText(person).click();
            other.locator("#outlet main h1").waitFor();
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
