package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.ondine.testing.Utilities.MALESHERBOIS;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import fr.ondine.platform.identity.ActivationRequested;
import fr.ondine.platform.identity.EmailChangeRequested;
import fr.ondine.platform.identity.NewAccount;
import fr.ondine.platform.identity.NewBrowser;
import fr.ondine.platform.identity.PasswordResetRequested;
import fr.ondine.platform.identity.Registration;
import fr.ondine.platform.identity.Visitor;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.TenantClock;
import fr.ondine.platform.tenancy.TenantContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** A person's way into the portal and out of it, in a browser. */
@PortalTest
@TestPropertySource(properties = "ondine.jobs.enabled=false")
class AccountTests {

    private static final String PASSWORD = "trois chevaux gris";
    private static final String OTHER_PASSWORD = "quatre chats noirs";
    private static final Pattern SIGN_IN = Pattern.compile(".*/connexion.*");
    private static final Pattern DASHBOARD = Pattern.compile(".*/tableau-de-bord.*");
    private static final Pattern ACCOUNT = Pattern.compile(".*/mon-compte.*");

    @LocalServerPort
    int port;

    @Autowired
    Registration registration;

    @Autowired
    Announcements announcements;

    @Autowired
    TenantClock clock;

    @Test
    void a_person_signs_up_activates_signs_in_and_signs_out() {
        var email = somebody();
        try (var visit = new Visit(SIEGVO, port, Visit.PHONE, ColorScheme.LIGHT)) {
            var page = visit.open("/inscription");
            assertThat(page.getByText("pour lequel vous êtes redevable")).isVisible();
            Axe.assertClean(page);
            fill(page, "Adresse e\u2011mail", email);
            fill(page, "Mot de passe", PASSWORD);
            fill(page, "Confirmation du mot de passe", PASSWORD);
            press(page, "Valider");
            assertThat(heading(page)).hasText("Relevez votre boîte mail");
            Axe.assertClean(page);

            signIn(visit, email, PASSWORD);
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("ne convient pas");
            assertThat(page.getByRole(AriaRole.ALERT)).isFocused();
            assertThat(page.getByLabel("Adresse e\u2011mail")).hasValue(email);
            Axe.assertClean(page);

            var link = Announcements.link(
                    "/activation", announcements.last(ActivationRequested.class).token());
            visit.open(link);
            Axe.assertClean(page);
            page.locator("#password").fill(PASSWORD);
            press(page, "Activer mon compte");
            page.waitForURL(DASHBOARD);
            assertThat(heading(page)).hasText("Bonjour");
            Axe.assertClean(page);

            visit.open("/mon-compte");
            assertThat(page.getByText(email)).isVisible();
            Axe.assertClean(page);
            assertThat(page.getByText("Se déconnecter")).hasCount(1);
            visit.open("/tableau-de-bord");
            var kept = "Cookie: session=" + cookie(visit, "session").value;
            var http = new RawHttp(port);
            Assertions.assertThat(
                            http.get("siegvo.localhost", "/mon-compte", kept).status())
                    .isEqualTo(200);
            press(page, "Se déconnecter");
            page.waitForURL(SIGN_IN);
            Assertions.assertThat(
                            http.get("siegvo.localhost", "/mon-compte", kept).status())
                    .as("whoever kept its cookie")
                    .isEqualTo(302);
            assertThat(page.getByText("Votre session est fermée.")).isVisible();
            page.navigate(page.url().replaceAll("/connexion.*", "/mon-compte"));
            assertThat(page).hasURL(SIGN_IN);
        }
    }

    @Test
    @Tag("long")
    void the_public_page_leads_on_who_is_signed_in_and_lets_in_who_is_not() {
        try (var visit = Visit.at(SIEGVO, port)) {
            var page = visit.open("/");
            var dashboard = page.getByText("Voir mon tableau de bord");
            var signUp = page.locator(".hero").getByText("S'inscrire");
            assertThat(signUp).isVisible();
            assertThat(dashboard).hasCount(0);

            signedIn(visit, member());
            visit.open("/");
            assertThat(signUp).hasCount(0);
            dashboard.click();
            page.waitForURL(DASHBOARD);
        }
    }

    @Test
    @Tag("long")
    void an_address_that_is_no_page_says_so_to_who_is_signed_in_and_is_hidden_from_who_is_not() {
        try (var visit = Visit.at(SIEGVO, port)) {
            assertThat(visit.open("/nulle-part")).hasURL(SIGN_IN);

            signedIn(visit, member());
            assertThat(visit.answer("/nulle-part").status()).isEqualTo(404);
            assertThat(visit.answer("/nulle.part").status()).isEqualTo(404);
            assertThat(visit.page()).hasTitle("Cette page n'existe pas - SIEGVO");
            Axe.assertClean(visit.page());
        }
    }

    @Test
    @Tag("long")
    void an_old_address_that_can_no_longer_be_restored_leads_to_a_person() {
        try (var visit = Visit.at(SIEGVO, port)) {
            var page = visit.open("/adresse-retablie?jeton=rien");
            assertThat(page.getByText("Ce lien n'est plus valable.")).isVisible();
            assertThat(page.locator("main")).containsText("Appelez-nous au 03\u00a087\u00a053\u00a040\u00a043");
            Axe.assertClean(page);
        }
    }

    @Test
    void a_password_that_does_not_do_is_refused_beside_its_field() {
        try (var visit = Visit.at(SIEGVO, port)) {
            var page = visit.open("/inscription");
            fill(page, "Adresse e\u2011mail", somebody());
            fill(page, "Mot de passe", "court");
            fill(page, "Confirmation du mot de passe", "court");
            press(page, "Valider");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("au moins 12 caractères");
            assertThat(page.locator("#new-password")).hasAttribute("aria-invalid", "true");
            fill(page, "Mot de passe", PASSWORD);
            fill(page, "Adresse e\u2011mail", "dupont");
            press(page, "Valider");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("deux fois le même");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("nom@exemple.fr");
            Axe.assertClean(page);
        }
    }

    @Test
    @Tag("long")
    void whoever_is_sent_to_sign_in_arrives_where_they_wanted_to_go() {
        var email = member();
        try (var visit = Visit.at(SIEGVO, port)) {
            var page = visit.open("/mon-compte/nom");
            assertThat(page).hasURL(SIGN_IN);
            type(page, email, PASSWORD);
            page.waitForURL(Pattern.compile(".*/mon-compte/nom.*"));
            page.getByLabel("Prénom").fill("Anne");
            page.getByLabel("Nom", new Page.GetByLabelOptions().setExact(true)).fill("Dupont");
            press(page, "Enregistrer");
            assertThat(page.getByText("Anne Dupont")).isVisible();
        }
    }

    @Test
    void a_session_cookie_opens_nothing_at_another_utility() {
        try (var siegvo = Visit.at(SIEGVO, port);
                var malesherbois = Visit.at(MALESHERBOIS, port)) {
            signedIn(siegvo, member());
            for (var cookie : siegvo.page().context().cookies()) {
                assertThat(cookie.domain).isEqualTo("siegvo.localhost");
                malesherbois
                        .page()
                        .context()
                        .addCookies(List.of(new Cookie(cookie.name, cookie.value)
                                .setDomain("malesherbois.localhost")
                                .setPath("/")));
            }
            assertThat(malesherbois.open("/mon-compte")).hasURL(SIGN_IN);
        }
    }

    @Test
    void signing_out_everywhere_ends_the_other_session_at_its_next_message() {
        var email = member();
        try (var here = Visit.at(SIEGVO, port);
                var there = Visit.at(SIEGVO, port)) {
            signedIn(here, email);
            signedIn(there, email);
            press(here.page(), "Me déconnecter de tous mes appareils");
            here.page().waitForURL(SIGN_IN);
            there.page().getByText("Changer mon mot de passe").click();
            assertThat(there.page().getByText("Votre visite est terminée")).isVisible();
            assertThat(there.open("/mon-compte")).hasURL(SIGN_IN);
        }
    }

    @Test
    void a_lost_device_is_signed_out_from_the_list_and_this_one_stays() {
        var email = member();
        try (var here = Visit.at(SIEGVO, port);
                var lost = new Visit(SIEGVO, port, Visit.PHONE, ColorScheme.LIGHT)) {
            signedIn(here, email);
            lost.open("/connexion").getByLabel("Se souvenir de moi").check();
            type(lost.page(), email, PASSWORD);
            var remembered = cookie(lost, "remember");
            lost.open("/mon-compte");
            assertThat(announcements.last(NewBrowser.class).email().value()).isEqualTo(email);

            var page = here.open("/mon-compte");
            var devices = page.locator(".devices li");
            assertThat(devices).hasCount(2);
            assertThat(devices.first()).containsText("Cet appareil");
            assertThat(devices.first()).containsText("Chrome sur Linux");
            Axe.assertClean(page);
            look(page, "devices");
            devices.last().getByText("Déconnecter").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("est déconnecté");
            assertThat(devices).hasCount(1);

            lost.page().getByText("Changer mon mot de passe").click();
            assertThat(lost.page().getByText("Votre visite est terminée")).isVisible();
            forgetSession(lost);
            assertThat(cookie(lost, "remember").value).isEqualTo(remembered.value);
            assertThat(lost.open("/mon-compte")).hasURL(SIGN_IN);
            assertThat(here.open("/mon-compte")).hasURL(ACCOUNT);
        }
    }

    @Test
    @Tag("long")
    void a_new_password_keeps_this_session_and_ends_the_other() {
        var email = member();
        try (var here = Visit.at(SIEGVO, port);
                var there = Visit.at(SIEGVO, port)) {
            signedIn(here, email);
            signedIn(there, email);
            var copied = cookie(here, "session");
            var page = here.open("/mon-compte/mot-de-passe");
            fill(page, "Mot de passe actuel", OTHER_PASSWORD);
            fill(page, "Nouveau mot de passe", OTHER_PASSWORD);
            fill(page, "Confirmation du mot de passe", OTHER_PASSWORD);
            press(page, "Changer mon mot de passe");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Ce n'est pas votre mot de passe");
            Axe.assertClean(page);
            fill(page, "Mot de passe actuel", PASSWORD);
            press(page, "Changer mon mot de passe");
            assertThat(page.getByText("Votre mot de passe est changé.")).isVisible();
            assertThat(here.open("/mon-compte")).hasURL(ACCOUNT);
            assertThat(there.open("/mon-compte")).hasURL(SIGN_IN);
            assertThat(cookie(here, "session").value).isNotEqualTo(copied.value);
            there.page()
                    .context()
                    .addCookies(List.of(new Cookie(copied.name, copied.value)
                            .setDomain("siegvo.localhost")
                            .setPath("/")));
            assertThat(there.open("/mon-compte")).hasURL(SIGN_IN);
        }
    }

    @Test
    void a_forgotten_password_is_replaced_by_the_mailed_link() {
        var email = member();
        try (var visit = Visit.at(SIEGVO, port)) {
            var page = visit.open("/mot-de-passe-oublie");
            Axe.assertClean(page);
            fill(page, "Adresse e\u2011mail", email);
            press(page, "Recevoir le lien");
            assertThat(page.getByText("Si un compte existe")).isVisible();
            visit.open(Announcements.link(
                    "/nouveau-mot-de-passe",
                    announcements.last(PasswordResetRequested.class).token()));
            Axe.assertClean(page);
            fill(page, "Nouveau mot de passe", OTHER_PASSWORD);
            fill(page, "Confirmation du mot de passe", OTHER_PASSWORD);
            press(page, "Enregistrer ce mot de passe");
            assertThat(page.getByText("Votre mot de passe est enregistré.")).isVisible();
            signIn(visit, email, OTHER_PASSWORD);
            assertThat(visit.open("/mon-compte")).hasURL(ACCOUNT);
        }
    }

    @Tag("long")
    @Test
    void an_address_is_changed_once_the_new_one_is_confirmed() {
        var own = member();
        var fresh = somebody();
        try (var visit = Visit.at(SIEGVO, port)) {
            signedIn(visit, own);
            var page = visit.open("/mon-compte/adresse-email");
            Axe.assertClean(page);
            fill(page, "Nouvelle adresse e\u2011mail", " " + own.toUpperCase(Locale.ROOT));
            fill(page, "Mot de passe actuel", PASSWORD);
            press(page, "Recevoir le lien de confirmation");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("C'est déjà l'adresse de votre compte");
            fill(page, "Nouvelle adresse e\u2011mail", fresh);
            press(page, "Recevoir le lien de confirmation");
            assertThat(page.getByText("Un e\u2011mail vient de partir")).isVisible();
            var link = Announcements.link(
                    "/nouvelle-adresse",
                    announcements.last(EmailChangeRequested.class).token());
            try (var elsewhere = Visit.at(SIEGVO, port)) {
                var theirs = elsewhere.open(link);
                Axe.assertClean(theirs);
                theirs.locator("#password").fill(OTHER_PASSWORD);
                press(theirs, "Confirmer cette adresse");
                assertThat(theirs.locator("#password-error")).isVisible();
            }
            visit.open(link);
            assertThat(page.locator("#password")).hasCount(0);
            press(page, "Confirmer cette adresse");
            assertThat(page.getByText("Votre adresse e\u2011mail est changée.")).isVisible();
            page.locator("main")
                    .getByText("Se connecter", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page).hasURL(Pattern.compile(".*/connexion"));
            signIn(visit, fresh, PASSWORD);
            visit.open("/mon-compte");
            assertThat(page.getByText(fresh)).isVisible();
        }
    }

    @Test
    void what_is_known_of_a_person_is_taken_once_after_the_password() throws Exception {
        try (var visit = Visit.at(SIEGVO, port)) {
            signedIn(visit, member());
            var page = visit.open("/mon-compte/mes-donnees");
            fill(page, "Mot de passe actuel", OTHER_PASSWORD);
            press(page, "Préparer mon fichier");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Ce n'est pas votre mot de passe");
            Axe.assertClean(page);
            look(page, "data");
            fill(page, "Mot de passe actuel", PASSWORD);
            press(page, "Préparer mon fichier");
            assertThat(page.locator("main .notice[role=status]")).isFocused();
            var file = page.waitForDownload(
                    () -> page.getByText("Télécharger mes données").click());
            assertThat(file.suggestedFilename()).isEqualTo("mes-donnees.zip");
            try (var zip = new ZipFile(file.path().toFile())) {
                assertThat(zip.getEntry("donnees.json")).isNotNull();
            }
            page.getByText("Télécharger mes données").click();
            assertThat(page.getByLabel("Mot de passe actuel")).isVisible();
            assertThat(page.locator("main .notice[role=status]")).containsText("déjà été téléchargé");
            Axe.assertClean(page);
            visit.open("/mon-compte/mes-donnees");
            assertThat(page.getByLabel("Mot de passe actuel")).isVisible();
            assertThat(page.getByText("déjà été téléchargé")).hasCount(0);
        }
    }

    @Tag("long")
    @Test
    void a_deleted_account_opens_nothing_any_more() {
        var email = member();
        try (var visit = Visit.at(SIEGVO, port)) {
            signedIn(visit, email);
            var page = visit.open("/mon-compte/supprimer");
            assertThat(page.getByText("Votre contrat d'eau, lui, continue.")).isVisible();
            Axe.assertClean(page);
            fill(page, "Mot de passe actuel", PASSWORD);
            press(page, "Supprimer définitivement mon compte");
            page.waitForURL(SIGN_IN);
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Votre compte est supprimé.");
            signIn(visit, email, PASSWORD);
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("ne convient pas");
        }
    }

    @Test
    void a_remembered_device_stays_signed_in_and_a_copied_cookie_ends_it_all() {
        var email = member();
        try (var owner = Visit.at(SIEGVO, port);
                var thief = Visit.at(SIEGVO, port)) {
            owner.open("/connexion").getByLabel("Se souvenir de moi").check();
            type(owner.page(), email, PASSWORD);
            owner.open("/mon-compte");
            var copied = cookie(owner, "remember");
            assertThat(copied.httpOnly).isTrue();
            clock.advance(Duration.ofMinutes(2));

            forgetSession(owner);
            assertThat(owner.open("/mon-compte")).hasURL(ACCOUNT);
            assertThat(cookie(owner, "remember").value).isNotEqualTo(copied.value);

            clock.advance(Duration.ofMinutes(2));
            thief.page()
                    .context()
                    .addCookies(List.of(new Cookie(copied.name, copied.value)
                            .setDomain("siegvo.localhost")
                            .setPath("/")));
            assertThat(thief.open("/mon-compte")).hasURL(SIGN_IN);
            assertThat(owner.open("/mon-compte")).hasURL(SIGN_IN);
        }
    }

    private static void look(Page page, String name) {
        for (var width : Visit.widths().toArray()) {
            page.setViewportSize(width, 900);
            Pictures.keep(
                    page,
                    new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of("target", "pages", "account-" + name + "-" + width + ".png")));
        }
        page.setViewportSize(Visit.DESK, 800);
    }

    private String member() {
        var email = somebody();
        TenantContext.runAs(SIEGVO, () -> {
            registration.signUp(new NewAccount(new EmailAddress(email), PASSWORD), new Visitor("192.0.2.1"));
            registration.activate(announcements.last(ActivationRequested.class).token(), PASSWORD);
        });
        return email;
    }

    private static String somebody() {
        return "p" + UUID.randomUUID().toString().substring(0, 12) + "@exemple.fr";
    }

    private static void signedIn(Visit visit, String email) {
        visit.open("/mon-compte");
        type(visit.page(), email, PASSWORD);
        visit.page().waitForURL(ACCOUNT);
    }

    private static void signIn(Visit visit, String email, String password) {
        visit.open("/connexion");
        type(visit.page(), email, password);
        visit.page().locator("#outlet main h1").waitFor();
    }

    private static void type(Page page, String email, String password) {
        fill(page, "Adresse e\u2011mail", email);
        fill(page, "Mot de passe", password);
        page.waitForResponse(
                answer ->
                        "POST".equals(answer.request().method()) && answer.url().endsWith("/connexion"),
                () -> page.keyboard().press("Enter"));
        page.waitForURL(address -> !address.endsWith("/connexion"));
        page.locator("#outlet main h1").waitFor();
    }

    private static Cookie cookie(Visit visit, String name) {
        return visit.page().context().cookies().stream()
                .filter(cookie -> cookie.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void forgetSession(Visit visit) {
        var context = visit.page().context();
        var kept = cookie(visit, "remember");
        context.clearCookies();
        context.addCookies(List.of(new Cookie(kept.name, kept.value)
                .setDomain(kept.domain)
                .setPath(kept.path)
                .setHttpOnly(true)));
    }

    private static void fill(Page page, String label, String text) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static com.microsoft.playwright.Locator heading(Page page) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }
}
