package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import fr.ondine.platform.identity.ActivationRequested;
import fr.ondine.platform.identity.Credentials;
import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.identity.NewAccount;
import fr.ondine.platform.identity.NewBrowser;
import fr.ondine.platform.identity.Passkeys;
import fr.ondine.platform.identity.Profiles;
import fr.ondine.platform.identity.Registration;
import fr.ondine.platform.identity.Sessions;
import fr.ondine.platform.identity.Visitor;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.passkeys.PasskeyCheck;
import fr.ondine.platform.tenancy.TenantClock;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.testing.PasskeyDevice;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** A subscriber's passkey: from the page where it is added to the door that it opens, and what others try there. */
@PortalTest
@TestPropertySource(properties = "ondine.jobs.enabled=false")
class PasskeyTests {

    private static final String PASSWORD = "trois chevaux gris";
    private static final String HERE = "siegvo.localhost";
    private static final String ELSEWHERE = "malesherbois.localhost";
    private static final String ASK = "/connexion/cle-d-acces/question";
    private static final String ANSWER = "/connexion/cle-d-acces";
    private static final String REFUSED = "/connexion?cle=refus";

    @LocalServerPort
    int port;

    @Autowired
    Registration registration;

    @Autowired
    Credentials credentials;

    @Autowired
    Passkeys passkeys;

    @Autowired
    Profiles profiles;

    @Autowired
    Sessions sessions;

    @Autowired
    Announcements announcements;

    @Autowired
    TenantClock clock;

    private RawHttp http;

    @BeforeEach
    void the_door() {
        http = new RawHttp(port);
    }

    @Test
    void is_added_opens_the_account_and_is_removed() {
        var email = member(SIEGVO).address();
        try (var visit = new Visit(SIEGVO, port, Visit.PHONE, ColorScheme.LIGHT)) {
            var page = visit.open("/connexion");
            var telephone = new VirtualAuthenticator(page);
            look(page, "sign-in");
            fill(page, "Adresse e\u2011mail", email);
            fill(page, "Mot de passe", PASSWORD);
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/tableau-de-bord.*"));

            visit.open("/mon-compte");
            page.getByText("Mes clés d'accès").click();
            assertThat(page.getByLabel("Nom de cette clé d'accès")).hasValue("Chrome sur Linux");
            look(page, "none");
            fill(page, "Mot de passe actuel", "quatre chats noirs");
            press(page, "Ajouter une clé d'accès");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Ce n'est pas votre mot de passe");
            fill(page, "Nom de cette clé d'accès", "Mon téléphone");
            fill(page, "Mot de passe actuel", PASSWORD);
            telephone.recognises(false);
            press(page, "Ajouter une clé d'accès");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("n'a pas confirmé");
            telephone.recognises(true);
            press(page, "Ajouter une clé d'accès");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("« Mon téléphone » est ajoutée");
            assertThat(page.locator(".devices li")).containsText("Jamais utilisée");
            assertThat(telephone.passkeys()).isEqualTo(1);
            look(page, "added");

            visit.open("/mon-compte");
            press(page, "Se déconnecter");
            page.waitForURL(Pattern.compile(".*/connexion.*"));
            var before = visit.session();
            telephone.recognises(false);
            press(page, "Se connecter avec une clé d'accès");
            page.waitForURL(Pattern.compile(".*cle=NotAllowedError"));
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("n'a pas confirmé");
            look(page, "given-up");
            telephone.recognises(true);
            press(page, "Se connecter avec une clé d'accès");
            page.waitForURL(Pattern.compile(".*/tableau-de-bord.*"));
            assertThat(visit.session()).isNotEqualTo(before);

            visit.open("/mon-compte/cles-d-acces");
            assertThat(page.locator(".devices li")).containsText("Utilisée le");
            page.getByLabel("Retirer la clé d'accès Mon téléphone").click();
            look(page, "removing");
            page.locator("#remove-password").fill(PASSWORD);
            press(page, "Retirer cette clé d'accès");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("n'ouvre plus votre compte");
            look(page, "removed");

            visit.open("/mon-compte");
            press(page, "Se déconnecter");
            page.waitForURL(Pattern.compile(".*/connexion.*"));
            press(page, "Se connecter avec une clé d'accès");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("n'ouvre aucun compte ici");
            look(page, "refused");
        }
    }

    @Test
    void opens_a_session_that_nobody_knew_before_like_those_of_a_password() {
        var user = member(SIEGVO);
        var device = added(user);
        var begun = ask(HERE);

        var answer = answer(HERE, begun.cookie(), device.show(begun.options()));

        assertThat(answer.header("Location").orElseThrow()).endsWith("/tableau-de-bord");
        var session = cookie(answer, "session");
        assertThat(session).isNotEqualTo(begun.cookie());
        assertThat(cookie(answer, "browser")).isNotEmpty();
        assertThat(http.get(HERE, "/mon-compte", "Cookie: " + session).status()).isEqualTo(200);
        assertThat(http.get(HERE, "/mon-compte", "Cookie: " + begun.cookie()).status())
                .isEqualTo(302);
        assertThat(http.get(ELSEWHERE, "/mon-compte", "Cookie: " + session).status())
                .isEqualTo(302);

        var another = ask(HERE);
        answer(HERE, another.cookie(), device.show(another.options()));
        assertThat(announcements.last(NewBrowser.class).user()).isEqualTo(user.userId());
        TenantContext.runAs(SIEGVO, () -> sessions.endAll(user.userId()));
        assertThat(http.get(HERE, "/mon-compte", "Cookie: " + session).status()).isEqualTo(302);
    }

    @Test
    void an_answer_counts_once_in_the_session_that_was_asked_and_in_its_time() {
        var device = added(member(SIEGVO));
        var asked = ask(HERE);
        var told = device.show(asked.options());
        assertRefused(HERE, "", told, "no session");
        assertRefused(HERE, ask(HERE).cookie(), told, "another session");
        assertThat(answer(HERE, asked.cookie(), told).header("Location").orElseThrow())
                .as("what others tried has used nothing up")
                .endsWith("/tableau-de-bord");
        assertRefused(HERE, asked.cookie(), told, "again");

        var twice = ask(HERE);
        assertRefused(HERE, twice.cookie(), "{}", "nonsense");
        assertRefused(HERE, twice.cookie(), device.show(twice.options()), "the question was used up by it");

        var late = ask(HERE);
        clock.advance(PasskeyCheck.LIFE);
        assertRefused(HERE, late.cookie(), device.show(late.options()), "too late");
    }

    @Test
    void what_was_signed_for_somewhere_else_or_by_nobody_opens_nothing() {
        var user = member(SIEGVO);
        var device = added(user);
        assertLie(device.at("http://" + ELSEWHERE + ":" + port), "a page of another utility");
        assertLie(device.at("http://siegvo.example"), "another site");
        device.at(origin(HERE));
        assertLie(device.answering("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"), "another question");
        device.answering("");
        assertLie(device.recognising(false), "nobody was recognised");
        device.recognising(true);
        assertLie(new PasskeyDevice(origin(HERE)).ownedBy(new byte[32]), "unknown");

        var theirs = ask(ELSEWHERE);
        assertRefused(ELSEWHERE, theirs.cookie(), device.at(origin(ELSEWHERE)).show(theirs.options()), "elsewhere");
        device.at(origin(HERE));
        var asked = ask(HERE);
        assertThat(answer(HERE, asked.cookie(), device.show(asked.options()))
                        .header("Location")
                        .orElseThrow())
                .endsWith("/tableau-de-bord");

        TenantContext.runAs(SIEGVO, () -> profiles.delete(user, PASSWORD));
        assertLie(device, "the account is gone");
    }

    @Test
    void one_that_counts_backwards_is_refused_like_one_that_nobody_has() {
        var device = new PasskeyDevice(origin(HERE)).counting(5);
        add(member(SIEGVO), device);
        assertLie(device.counting(3), "backwards");
    }

    @Test
    void another_sites_form_and_a_preview_get_no_further() {
        for (var path : new String[] {ASK, ANSWER}) {
            assertThat(http.post(HERE, path, "", "Sec-Fetch-Site: cross-site").status())
                    .isEqualTo(403);
            assertThat(http.post(HERE, path, "", "Origin: http://siegvo.example")
                            .status())
                    .isEqualTo(403);
        }
        assertThat(http.get(HERE, ASK).status()).isIn(302, 404, 405);
    }

    private void assertLie(PasskeyDevice device, String what) {
        var asked = ask(HERE);
        assertRefused(HERE, asked.cookie(), device.show(asked.options()), what);
    }

    private void assertRefused(String host, String cookie, String told, String what) {
        var answer = answer(host, cookie, told);
        assertThat(answer.status()).as(what).isEqualTo(302);
        assertThat(answer.header("Location").orElseThrow()).as(what).endsWith(REFUSED);
    }

    private Begun ask(String host) {
        var answer = http.post(host, ASK, "", "Origin: " + origin(host));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/json");
        return new Begun(cookie(answer, "session"), answer.body());
    }

    private RawHttp.Answer answer(String host, String cookie, String told) {
        return http.post(
                host,
                ANSWER,
                "reponse=" + URLEncoder.encode(told, StandardCharsets.UTF_8),
                "Origin: " + origin(host),
                "Cookie: " + cookie,
                "Content-Type: application/x-www-form-urlencoded");
    }

    private static String cookie(RawHttp.Answer answer, String name) {
        return answer.headers("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.replaceAll(";.*", ""))
                .findFirst()
                .orElse("");
    }

    private PasskeyDevice added(CurrentUser user) {
        var device = new PasskeyDevice(origin(HERE));
        add(user, device);
        return device;
    }

    private void add(CurrentUser user, PasskeyDevice device) {
        TenantContext.runAs(SIEGVO, () -> {
            var asked = passkeys.askForNew(user, PASSWORD, HERE);
            passkeys.add(user, asked.question(), device.make(asked.options()), "Mon téléphone");
        });
    }

    private String origin(String host) {
        return "http://" + host + ":" + port;
    }

    private CurrentUser member(TenantId utility) {
        var email = "p" + UUID.randomUUID().toString().substring(0, 12) + "@exemple.fr";
        return TenantContext.callAs(utility, () -> {
            registration.signUp(new NewAccount(new EmailAddress(email), PASSWORD), new Visitor("192.0.2.1"));
            registration.activate(announcements.last(ActivationRequested.class).token(), PASSWORD);
            return credentials.signIn(email, PASSWORD, new Visitor("192.0.2.1"));
        });
    }

    private static void fill(Page page, String label, String text) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
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
                            .setPath(Path.of("target/passkeys/" + name + "-" + width + ".png")));
        }
    }

    private record Begun(String cookie, String options) {}
}
