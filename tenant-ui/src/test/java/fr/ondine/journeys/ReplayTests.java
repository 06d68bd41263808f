package fr.ondine.journeys;

import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.identity.ActivationRequested;
import fr.ondine.platform.identity.Credentials;
import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.identity.NewAccount;
import fr.ondine.platform.identity.Registration;
import fr.ondine.platform.identity.RememberedDevices;
import fr.ondine.platform.identity.Visitor;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.TenantContext;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;

/** What one utility's portal gave a browser, shown to another's or shown again after its end. */
@PortalTest
@TestPropertySource(properties = "ondine.jobs.enabled=false")
class ReplayTests {

    private static final String HERE = "siegvo.localhost";
    private static final String ELSEWHERE = "malesherbois.localhost";
    private static final String PASSWORD = "trois chevaux gris";
    private static final String ACCOUNT = "/mon-compte";

    @Autowired
    Environment environment;

    @Autowired
    Registration registration;

    @Autowired
    Credentials credentials;

    @Autowired
    RememberedDevices devices;

    @Autowired
    Announcements announcements;

    private RawHttp http;
    private CurrentUser user;
    private String session;

    @BeforeEach
    void somebody_is_signed_in() {
        http = new RawHttp(environment.getRequiredProperty("server.port", Integer.class));
        user = member();
        session = signIn("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ACCOUNT,
                "/mon-compte/nom",
                "/mon-compte/supprimer",
                "/tableau-de-bord",
                "/factures",
                "/consommations",
                "/contrats/lier",
                "/contrats/confirmer?jeton=x",
                "/consommations.csv?contrat=00000000-0000-0000-0000-000000000000"
            })
    void a_session_is_nobodys_at_another_utility(String path) {
        assertThat(http.get(HERE, path, session).header("Location").orElse("")).doesNotEndWith("/connexion");
        assertThat(http.get(ELSEWHERE, path, session).header("Location").orElse(""))
                .endsWith("/connexion");
    }

    @Test
    void a_remembered_device_is_nobodys_at_another_utility() {
        assertThat(http.get(ELSEWHERE, ACCOUNT, remembered()).status()).isEqualTo(302);
        assertThat(http.get(HERE, ACCOUNT, remembered()).status()).isEqualTo(200);
    }

    @Test
    void whoever_signs_in_gets_a_session_that_nobody_knew_before() {
        var before = cookie(http.get(HERE, "/connexion"), "session");
        assertThat(signIn(before)).isNotEqualTo(before);
        assertThat(http.get(HERE, ACCOUNT, before).status()).isEqualTo(302);
    }

    @Test
    void a_device_that_is_recognised_gets_a_session_that_nobody_knew_before() {
        var before = cookie(http.get(HERE, "/connexion"), "session");
        var answer = http.get(HERE, ACCOUNT, before + "; " + remembered().substring("Cookie: ".length()));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(cookie(answer, "session")).isNotEqualTo(before);
        assertThat(http.get(HERE, ACCOUNT, before).status()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?v-r=uidl&v-uiId=0", "/?v-r=heartbeat&v-uiId=0"})
    void a_message_of_an_old_page_begins_no_session_for_a_remembered_device(String message) {
        var device = remembered();
        assertThat(http.post(HERE, message, "{}", device, "Content-Type: application/json")
                        .headers("Set-Cookie"))
                .isEmpty();
        assertThat(http.get(HERE, ACCOUNT, device).status()).isEqualTo(200);
    }

    @Test
    void a_link_does_not_sign_out() {
        http.get(HERE, "/logout", session);
        assertThat(http.get(HERE, ACCOUNT, session).status()).isEqualTo(200);
    }

    private String remembered() {
        var device = TenantContext.callAs(SIEGVO, () -> devices.remember(user.userId()));
        return "Cookie: remember=" + device.series() + "." + device.secret();
    }

    private String signIn(String cookie) {
        var answer = http.post(
                HERE,
                "/connexion",
                "email=" + user.address() + "&password=" + PASSWORD.replace(' ', '+'),
                "Content-Type: application/x-www-form-urlencoded",
                cookie.isEmpty() ? "Accept: */*" : cookie);
        assertThat(answer.header("Location").orElse("")).endsWith("/tableau-de-bord");
        return cookie(answer, "session");
    }

    private static String cookie(RawHttp.Answer answer, String name) {
        return answer.headers("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> "Cookie: " + cookie.substring(0, cookie.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }

    private CurrentUser member() {
        var email = new EmailAddress("p" + UUID.randomUUID().toString().substring(0, 12) + "@exemple.fr");
        var visitor = new Visitor(UUID.randomUUID().toString());
        return TenantContext.callAs(SIEGVO, () -> {
            registration.signUp(new NewAccount(email, PASSWORD), visitor);
            registration.activate(announcements.last(ActivationRequested.class).token(), "");
            return credentials.signIn(email.value(), PASSWORD, visitor);
        });
    }
}
