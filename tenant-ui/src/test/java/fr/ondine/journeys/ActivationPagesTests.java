package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.ondine.testing.Utilities.MALESHERBOIS;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import fr.ondine.platform.identity.ActivationRequested;
import fr.ondine.platform.identity.Credentials;
import fr.ondine.platform.identity.NewAccount;
import fr.ondine.platform.identity.NewBrowser;
import fr.ondine.platform.identity.PersonName;
import fr.ondine.platform.identity.Registration;
import fr.ondine.platform.identity.SignInRefused;
import fr.ondine.platform.identity.Visitor;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.TenantContext;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Who activates an account with its password goes in by the door of the sign-in; nobody else does. */
@PortalTest
@TestPropertySource(properties = "ondine.jobs.enabled=false")
class ActivationPagesTests {

    private static final String PASSWORD = "trois chevaux gris";
    private static final String ANOTHER = "quatre chats noirs";
    private static final Pattern SIGN_IN = Pattern.compile(".*/connexion.*");
    private static final Pattern DASHBOARD = Pattern.compile(".*/tableau-de-bord.*");

    private static final String TEN_WRONG_ONES = """
            async email => {
              for (let time = 0; time < 10; time++) {
                await fetch('/connexion', { method: 'POST', body: new URLSearchParams({ email, password: 'non' }) });
              }
            }""";

    @LocalServerPort
    int port;

    @Autowired
    Registration registration;

    @Autowired
    Credentials credentials;

    @Autowired
    Announcements announcements;

    private final EmailAddress email =
            new EmailAddress("p" + UUID.randomUUID().toString().substring(0, 12) + "@exemple.fr");

    @Test
    void the_password_that_activates_lets_in_to_where_the_person_was_going() {
        var link = signedUp(email);
        try (var visit = new Visit(SIEGVO, port, Visit.PHONE, ColorScheme.LIGHT)) {
            assertThat(visit.open("/mon-compte/nom")).hasURL(SIGN_IN);
            var before = visit.session();

            activate(visit.open(link), PASSWORD);

            visit.page().waitForURL(Pattern.compile(".*/mon-compte/nom.*"));
            var active = visit.page().locator(".told [role=status]");
            assertThat(active).hasText("Votre compte est activé. Bienvenue dans votre espace.");
            assertThat(active).isFocused();
            Axe.assertClean(visit.page());
            assertThat(visit.session()).as("who knew it before stays outside").isNotEqualTo(before);
            var page = visit.open("/mon-compte");
            assertThat(page.getByText(email.value())).isVisible();
            assertThat(active).hasCount(0);
            assertThat(page.locator(".devices li")).hasCount(1);
            assertThat(announcements.all(NewBrowser.class))
                    .as("the first browser of all is news to nobody")
                    .noneMatch(told -> told.email().equals(email));
        }
    }

    @Test
    void who_was_invited_is_let_in_by_the_password_that_they_choose() {
        TenantContext.runAs(SIEGVO, () -> registration.invite(email, new PersonName(null, "Anne", "Leroy"), null));
        try (var visit = Visit.at(SIEGVO, port)) {
            var page = visit.open(lastLink());
            page.locator("#new-password").fill(PASSWORD);
            page.locator("#new-password-again").fill(ANOTHER);
            press(page);
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("deux fois le même");
            page.locator("#new-password-again").fill(PASSWORD);
            press(page);

            page.waitForURL(DASHBOARD);
            assertThat(visit.open("/mon-compte").getByText(email.value())).isVisible();
        }
    }

    @Test
    void a_wrong_password_lets_nobody_in() {
        var link = signedUp(email);
        try (var visit = Visit.at(SIEGVO, port)) {
            activate(visit.open(link), ANOTHER);

            assertThat(visit.page().getByRole(AriaRole.ALERT)).containsText("Ce n'est pas votre mot de passe");
            assertThat(visit.open("/mon-compte")).hasURL(SIGN_IN);
            assertThatThrownBy(() -> signIn(PASSWORD)).as("it is not activated").isInstanceOf(SignInRefused.class);
        }
    }

    @Test
    void a_link_lets_in_once_even_with_the_password() {
        var link = signedUp(email);
        try (var here = Visit.at(SIEGVO, port);
                var there = Visit.at(SIEGVO, port)) {
            var theirs = there.open(link);
            activate(here.open(link), PASSWORD);
            here.page().waitForURL(DASHBOARD);

            activate(theirs, PASSWORD);
            assertThat(theirs.getByRole(AriaRole.ALERT)).containsText("Ce lien n'est plus valable");
            assertThat(there.open("/mon-compte")).hasURL(SIGN_IN);
            assertThat(there.open(link).locator("#password")).hasCount(0);

            here.open(link).getByText("Voir mon tableau de bord").click();
            here.page().waitForURL(DASHBOARD);
        }
    }

    @Test
    void at_the_host_of_another_utility_it_lets_nobody_in() {
        var link = signedUp(email);
        try (var elsewhere = Visit.at(MALESHERBOIS, port)) {
            assertThat(elsewhere.open(link).getByText("Ce lien n'est plus valable."))
                    .isVisible();
            assertThat(elsewhere.page().locator("#password")).hasCount(0);
            assertThat(elsewhere.open("/mon-compte")).hasURL(SIGN_IN);
        }
        try (var visit = Visit.at(SIEGVO, port)) {
            activate(visit.open(link), PASSWORD);
            visit.page().waitForURL(DASHBOARD);
        }
    }

    @Test
    void over_somebody_who_is_signed_in_it_lets_nobody_in() {
        var other = new EmailAddress("autre." + email.value());
        var theirs = signedUp(other);
        var link = signedUp(email);
        try (var visit = Visit.at(SIEGVO, port)) {
            activate(visit.open(theirs), PASSWORD);
            visit.page().waitForURL(DASHBOARD);

            activate(visit.open(link), PASSWORD);

            assertThat(visit.page().getByRole(AriaRole.STATUS)).containsText("Votre compte est activé.");
            assertThat(visit.page().locator("main .notice")).isFocused();
            Axe.assertClean(visit.page());
            assertThat(signIn(PASSWORD)).isNotNull();
            var tab = visit.page().context().newPage();
            tab.navigate(visit.page().url().replaceAll("/activation.*", "/mon-compte"));
            assertThat(tab.getByText(other.value())).isVisible();
            visit.page().getByText("Déconnecter l'autre personne").click();
            visit.page().waitForURL(SIGN_IN);
            assertThat(visit.open("/mon-compte")).hasURL(SIGN_IN);
        }
    }

    @Test
    void what_may_be_tried_at_the_sign_in_holds_here_as_well() {
        var link = signedUp(email);
        try (var visit = Visit.at(SIEGVO, port)) {
            visit.open("/connexion").evaluate(TEN_WRONG_ONES, email.value());
            activate(visit.open(link), PASSWORD);

            visit.page().waitForURL(SIGN_IN);
            assertThat(visit.page().getByRole(AriaRole.ALERT)).isVisible();
            assertThat(visit.page().getByLabel("Adresse e\u2011mail")).hasValue(email.value());
            assertThat(visit.open("/mon-compte")).hasURL(SIGN_IN);
        }
    }

    @Test
    void nobody_else_in_that_browser_is_told_that_an_account_was_activated() {
        var other = new EmailAddress("autre." + email.value());
        signedUp(other);
        TenantContext.runAs(
                SIEGVO,
                () -> registration.activate(
                        announcements.last(ActivationRequested.class).token(), PASSWORD));
        var link = signedUp(email);
        try (var visit = Visit.at(SIEGVO, port)) {
            visit.open("/connexion").evaluate(TEN_WRONG_ONES, email.value());
            activate(visit.open(link), PASSWORD);
            visit.page().waitForURL(SIGN_IN);

            visit.page().getByLabel("Adresse e\u2011mail").fill(other.value());
            visit.page().locator("#password").fill(PASSWORD);
            visit.page().keyboard().press("Enter");
            visit.page().waitForURL(DASHBOARD);
            assertThat(visit.page().locator("main h1")).isVisible();
            assertThat(visit.page().locator(".told [role=status]")).hasCount(0);
        }
    }

    private String signedUp(EmailAddress who) {
        TenantContext.runAs(
                SIEGVO,
                () -> registration.signUp(
                        new NewAccount(who, PASSWORD),
                        new Visitor(UUID.randomUUID().toString())));
        return lastLink();
    }

    private String lastLink() {
        return Announcements.link(
                "/activation", announcements.last(ActivationRequested.class).token());
    }

    private Object signIn(String password) {
        return TenantContext.callAs(
                SIEGVO, () -> credentials.signIn(email.value(), password, new Visitor("127.0.0.1")));
    }

    private static void activate(Page page, String password) {
        page.locator("#password").fill(password);
        press(page);
    }

    private static void press(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Activer mon compte"))
                .click();
    }
}
