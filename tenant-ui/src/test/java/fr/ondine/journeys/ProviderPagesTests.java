package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import fr.ondine.testing.TestStaff;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** What people see of the provider: an administrator who lets a program in, a subscriber who is asked. */
class ProviderPagesTests extends ProviderPortal {

    private static final String PASSWORD = "trois loutres dorment";
    private static final String HASH = "{argon2id}" + new Argon2PasswordEncoder(16, 32, 1, 19_456, 2).encode(PASSWORD);
    private static final Pattern SESSION = Pattern.compile("(__Host-)?session");

    @Autowired
    BeanFactory beans;

    @Test
    void an_administrator_shows_a_code_registers_a_program_sees_its_secret_once_and_withdraws_it() {
        var known = new TestStaff(beans, HERE).administrator();
        var id = UUID.fromString(one(HERE, "select id from staff_member where email = '" + known.email() + "'"));
        in(HERE, "update staff_member set security_version = 0 where id = '" + id + "'");
        try (var visit = new Visit(HERE, port, Visit.PHONE, ColorScheme.LIGHT)) {
            visit.open(SignInWithoutAsking.unproven(id));
            var page = visit.open("/gestion/programmes");
            Axe.assertCleanEverywhere(page);
            page.locator("[name=name]").fill("Logiciel d'essai");
            press(page, "Inscrire");
            assertThat(page.getByText("Confirmez que c'est vous")).isVisible();
            page.locator("#code").fill(known.recoveryCodes().getFirst());
            press(page, "Confirmer");
            assertThat(page.getByText("Cochez au moins une permission").first()).isVisible();

            page.getByLabel("Usage").selectOption("Service utilisé par les abonnés");
            assertThat(page.getByLabel("Adresses de retour")).isVisible();
            assertThat(page.getByLabel("own:read")).isVisible();
            assertThat(page.getByLabel("readings:write")).hasCount(0);
            page.getByLabel("Usage").selectOption("Logiciel de la collectivité");
            assertThat(page.getByLabel("Adresses de retour")).hasCount(0);
            page.getByLabel("readings:write").check();
            press(page, "Inscrire");

            assertThat(page.getByText(Pattern.compile("^ondc_"))).isVisible();
            assertThat(page.getByLabel("readings:write")).not().isChecked();
            assertThat(page.locator("table li")).hasText("Envoyer des relevés (readings:write)");
            Axe.assertClean(page);
            visit.open("/gestion/programmes");
            assertThat(page.getByText(Pattern.compile("^ondc_"))).hasCount(0);
            page.setViewportSize(Visit.DESK, 800);
            Assertions.assertThat(button(page, "Retirer Logiciel d'essai").boundingBox().height)
                    .as("a word is not cut in two")
                    .isLessThan(40);
            page.setViewportSize(Visit.PHONE, 800);
            press(page, "Retirer Logiciel d'essai");
            assertThat(page.getByText("perdra tout accès aussitôt")).isVisible();
            Axe.assertClean(page);
            press(page, "Oui, retirer l'accès");
            assertThat(page.getByText("n'a plus accès")).isVisible();
        }
    }

    @Test
    void a_subscriber_signs_in_reads_what_is_asked_agrees_is_led_back_and_takes_it_back() {
        var program = application(HERE);
        var person = subscriber(HERE);
        in(HERE, "update user_account set password_hash = '" + HASH + "' where id = '" + person.value() + "'");
        try (var visit = new Visit(HERE, port, Visit.PHONE, ColorScheme.LIGHT)) {
            var page = visit.page();
            page.route(
                    "https://partenaire.exemple.fr/**",
                    asked -> asked.fulfill(
                            new Route.FulfillOptions().setStatus(200).setBody("arrived")));
            visit.open(program.question("openid email own:read", java.util.Map.of()));
            page.getByLabel("Adresse e\u2011mail").fill(person.value() + "@exemple.fr");
            page.getByLabel("Mot de passe", new Page.GetByLabelOptions().setExact(true))
                    .fill(PASSWORD);
            press(page, "Se connecter");

            assertThat(page).hasTitle("Autoriser un service - SIEGVO");
            assertThat(page.getByText("Suivi conso")).isVisible();
            assertThat(page.getByText("consulter vos contrats")).isVisible();
            assertThat(page.getByText("Compte concerné : " + person.value() + "@exemple.fr"))
                    .isVisible();
            var refuse = button(page, "Refuser").boundingBox();
            var agree = button(page, "Autoriser").boundingBox();
            Assertions.assertThat(refuse.y - agree.y - agree.height)
                    .as("a finger that is off does not agree")
                    .isGreaterThanOrEqualTo(8);
            Axe.assertCleanEverywhere(page);
            press(page, "Autoriser");

            page.waitForURL(Pattern.compile("https://partenaire\\.exemple\\.fr/retour\\?code=.*state=etat-1.*"));

            visit.open("/mon-compte");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Services autorisés"))
                    .click();
            assertThat(page.getByText("consulter vos contrats")).isVisible();
            Axe.assertCleanEverywhere(page);
            press(page, "Retirer l'accès de Suivi conso");
            assertThat(page.getByText("ne pourra plus rien lire")).isVisible();
            Axe.assertClean(page);
            press(page, "Oui, retirer l'accès");
            assertThat(page.getByText("n'a plus accès à votre compte")).isVisible();
            assertThat(page.getByText("Aucun service n'a accès à votre compte")).isVisible();
            Axe.assertClean(page);
        }
    }

    @Test
    void whom_the_portal_remembers_is_asked_at_once_after_their_session() {
        var program = application(HERE);
        var person = subscriber(HERE);
        in(HERE, "update user_account set password_hash = '" + HASH + "' where id = '" + person.value() + "'");
        try (var visit = new Visit(HERE, port, Visit.PHONE, ColorScheme.LIGHT)) {
            var page = visit.open("/connexion");
            page.getByLabel("Adresse e\u2011mail").fill(person.value() + "@exemple.fr");
            page.getByLabel("Mot de passe", new Page.GetByLabelOptions().setExact(true))
                    .fill(PASSWORD);
            page.getByLabel("Se souvenir de moi").check();
            press(page, "Se connecter");
            page.waitForURL("**/tableau-de-bord**");
            page.navigate("about:blank"); // what the page still asks for would begin a session of its own
            page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName(SESSION));

            page.navigate("http://" + host(HERE) + program.question("openid email own:read", java.util.Map.of()));

            assertThat(page).hasTitle("Autoriser un service - SIEGVO");
            visit.open("/connexion");
            page.waitForURL("**/mon-compte");
        }
    }

    private static void press(Page page, String button) {
        button(page, button).click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
