package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.nimbusds.jwt.SignedJWT;
import fr.ondine.platform.identity.UserId;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * A program that wants to be sure who is there now: OpenID Connect Core 1.0, section 3.1.2.1, {@code prompt} and
 * {@code max_age}.
 */
class ProgramsThatAskAnewTests extends ProviderPortal {

    private static final String PASSWORD = "trois loutres dorment";
    private static final String HASH = "{argon2id}" + new Argon2PasswordEncoder(16, 32, 1, 19_456, 2).encode(PASSWORD);
    private static final String SCOPE = "openid own:read";
    private static final Map<String, String> LOGIN = Map.of("prompt", "login");

    private Program program;
    private UserId person;
    private volatile String back = "";

    @BeforeEach
    void somebody_has_agreed_to_a_program() {
        program = application(HERE);
        person = subscriber(HERE);
        in(HERE, "update user_account set password_hash = '" + HASH + "' where id = '" + person.value() + "'");
        program.code(SCOPE, session(HERE, person));
    }

    @Test
    void who_is_signed_in_shows_once_more_who_they_are_each_time() {
        try (var visit = signedIn(false)) {
            var page = visit.page();
            shownAt(Duration.ofHours(1));

            ask(page, LOGIN);
            assertThat(page).hasTitle("Confirmez que c'est vous - SIEGVO");
            assertThat(page.getByText("Suivi conso")).isVisible();
            Axe.assertCleanEverywhere(page);
            confirm(page, "trois loutres veillent");
            assertThat(page.getByText("Ce n'est pas votre mot de passe").first())
                    .isVisible();
            confirm(page, PASSWORD);
            awaitCode(page);
            assertShownNow();

            ask(page, LOGIN);
            assertThat(page).hasTitle("Confirmez que c'est vous - SIEGVO");
        }
    }

    @Test
    void who_is_nobody_yet_signs_in_and_is_not_asked_a_second_time() {
        try (var visit = new Visit(HERE, port, Visit.PHONE, ColorScheme.LIGHT)) {
            var page = visit.page();
            follow(page);
            ask(page, LOGIN);
            signIn(page, false);
            awaitCode(page);
            assertShownNow();
        }
    }

    @Test
    void whom_the_portal_only_remembers_has_shown_nothing() {
        try (var visit = signedIn(true)) {
            var page = visit.page();
            shownAt(Duration.ofHours(1));
            page.context()
                    .clearCookies(
                            new BrowserContext.ClearCookiesOptions().setName(Pattern.compile("(__Host-)?session")));

            ask(page, LOGIN);
            assertThat(page).hasTitle("Confirmez que c'est vous - SIEGVO");
        }
    }

    @Test
    void a_sign_in_counts_as_long_as_the_program_says() {
        try (var visit = signedIn(false)) {
            var page = visit.page();
            shownAt(Duration.ofMinutes(10));

            ask(page, Map.of("max_age", "900"));
            awaitCode(page);
            Assertions.assertThat(Duration.between(authTime(), Instant.now()))
                    .isBetween(Duration.ofMinutes(9), Duration.ofMinutes(11));

            ask(page, Map.of("max_age", "300"));
            confirm(page, PASSWORD);
            awaitCode(page);
            assertShownNow();

            ask(page, Map.of("max_age", "300"));
            awaitCode(page);
        }
    }

    @Test
    void where_nobody_is_to_be_asked_the_program_is_told_at_its_own_address_alone() {
        var cookie = session(HERE, person);
        var wish = Map.of("prompt", "none", "max_age", "60");

        var told = program.http().get(program.host(), program.question(SCOPE, wish), "Cookie: " + cookie);
        var elsewhere = program.http()
                .get(
                        program.host(),
                        program.question(
                                SCOPE, Map.of("max_age", "60", "redirect_uri", "https://ailleurs.exemple.fr/")),
                        "Cookie: " + cookie);

        Assertions.assertThat(told.header("Location").orElseThrow())
                .startsWith(Program.BACK)
                .contains("error=login_required");
        Assertions.assertThat(elsewhere.status()).isEqualTo(400);
    }

    @Test
    void what_is_no_number_of_seconds_has_everybody_asked() {
        var asked = program.http()
                .get(
                        program.host(),
                        program.question(SCOPE, Map.of("max_age", "-1")),
                        "Cookie: " + session(HERE, person));

        Assertions.assertThat(asked.header("Location").orElseThrow()).endsWith("/autorisation/identite");
    }

    @Test
    void whose_session_was_ended_elsewhere_signs_in() {
        var cookie = session(HERE, person);
        in(HERE, "update user_account set security_version = 1 where id = '" + person.value() + "'");

        var asked = program.http().get(program.host(), program.question(SCOPE, LOGIN), "Cookie: " + cookie);

        Assertions.assertThat(asked.header("Location").orElseThrow()).endsWith("/connexion");
    }

    @Test
    void nobody_is_asked_for_no_program() {
        try (var visit = signedIn(false)) {
            assertThat(visit.open("/autorisation/identite")).hasTitle("Cette page n'existe pas - SIEGVO");
        }
    }

    private Visit signedIn(boolean remembered) {
        var visit = new Visit(HERE, port, Visit.PHONE, ColorScheme.LIGHT);
        follow(visit.page());
        visit.open("/connexion");
        signIn(visit.page(), remembered);
        visit.page().waitForURL("**/tableau-de-bord**");
        return visit;
    }

    private void signIn(Page page, boolean remembered) {
        page.getByLabel("Adresse e\u2011mail").fill(person.value() + "@exemple.fr");
        password(page).fill(PASSWORD);
        if (remembered) {
            page.getByLabel("Se souvenir de moi").check();
        }
        press(page, "Se connecter");
    }

    private static void confirm(Page page, String password) {
        password(page).fill(password);
        press(page, "Continuer");
    }

    private static com.microsoft.playwright.Locator password(Page page) {
        return page.locator("input[autocomplete='current-password']").first();
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private void follow(Page page) {
        page.onRequest(request -> {
            if (request.url().startsWith(Program.BACK)) {
                back = request.url();
            }
        });
    }

    private void ask(Page page, Map<String, String> wish) {
        back = "";
        try {
            page.navigate("http://" + host(HERE) + program.question(SCOPE, wish));
        } catch (PlaywrightException nowhere) {
            Assertions.assertThat(nowhere).hasMessageContaining("ERR_NAME_NOT_RESOLVED");
        }
    }

    /** The program is nowhere in the world: that its address is asked for is all. */
    private void awaitCode(Page page) {
        page.waitForCondition(() -> back.contains("code="));
    }

    private void shownAt(Duration ago) {
        in(
                HERE,
                "update user_session set shown_at = now() - interval '" + ago.toSeconds()
                        + " seconds' where user_id = '" + person.value() + "'");
    }

    private void assertShownNow() {
        Assertions.assertThat(Duration.between(authTime(), Instant.now())).isLessThan(Duration.ofMinutes(2));
    }

    private Instant authTime() {
        var tokens = program.exchange(Program.parameter(back, "code"));
        Assertions.assertThat(tokens.status()).as(tokens.text()).isEqualTo(200);
        var renewed = program.refresh(Program.text(tokens, "refresh_token"));
        var told = authTime(tokens);
        Assertions.assertThat(authTime(renewed))
                .as("a token that is renewed says no other")
                .isEqualTo(told);
        return told;
    }

    private static Instant authTime(RawHttp.Answer tokens) {
        try {
            return SignedJWT.parse(Program.text(tokens, "id_token"))
                    .getJWTClaimsSet()
                    .getDateClaim("auth_time")
                    .toInstant();
        } catch (ParseException none) {
            throw new AssertionError(none);
        }
    }
}
