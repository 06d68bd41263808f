package fr.ondine.journeys;

import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.identity.ActivationRequested;
import fr.ondine.platform.identity.Browser;
import fr.ondine.platform.identity.Credentials;
import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.identity.NewAccount;
import fr.ondine.platform.identity.Registration;
import fr.ondine.platform.identity.RememberedDevices;
import fr.ondine.platform.identity.Sessions;
import fr.ondine.platform.identity.SignedInDevice;
import fr.ondine.platform.identity.Visitor;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.TenantContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.test.context.TestPropertySource;

/** What one utility's portal gave a browser, shown to another's or shown again after its end. */
@PortalTest
@TestPropertySource(properties = "ondine.jobs.enabled=false")
class ReplayTests {

    private static final String HERE = "siegvo.localhost";
    private static final String ELSEWHERE = "malesherbois.localhost";
    private static final String PASSWORD = "trois chevaux gris";
    private static final String ACCOUNT = "/mon-compte";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    @Autowired
    Environment environment;

    @Autowired
    Registration registration;

    @Autowired
    Credentials credentials;

    @Autowired
    RememberedDevices devices;

    @Autowired
    Sessions sessions;

    @Autowired
    Announcements announcements;

    @Autowired
    RedisConnectionFactory connections;

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
    void a_right_sign_in_leads_to_no_other_site_whatever_a_link_asked_for() {
        var asked = cookie(http.get(HERE, "/connexion"), "session");
        http.get(HERE, "//evil.example/mon-compte", asked);
        http.get(HERE, "/mon-compte?continue=https://evil.example", asked);
        for (var link : new String[] {
            "/connexion?redirect=https://evil.example&continue=//evil.example",
            "/connexion?vers=%2F%2Fevil.example",
            "/connexion"
        }) {
            assertThat(signInAnswer(link, asked).header("Location").orElse(""))
                    .as(link)
                    .matches("(http://siegvo\\.localhost(:\\d+)?)?/[a-z].*")
                    .doesNotContain("evil");
        }
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
    void a_session_that_was_ended_from_another_device_opens_nothing_any_more() {
        TenantContext.runAs(SIEGVO, () -> {
            var here = sessions.begin(user, Browser.UNKNOWN, Optional.empty()).user();
            sessions.of(here, Duration.ofHours(1)).stream()
                    .filter(device -> !device.current())
                    .forEach(device -> sessions.end(user.userId(), device.id()));
        });
        assertThat(http.get(HERE, ACCOUNT, session).status()).isEqualTo(302);
        assertThat(http.post(HERE, "/?v-r=uidl&v-uiId=0", "{}", session, "Content-Type: application/json")
                        .body())
                .doesNotContain("\"changes\"");
    }

    @Test
    void a_session_that_was_signed_out_is_gone_from_the_list_of_devices() {
        var token =
                http.get(HERE, ACCOUNT, session).body().replaceAll("(?s).*name=\"_csrf\" content=\"([^\"]+).*", "$1");
        assertThat(token).hasSizeLessThan(200);
        http.post(HERE, "/logout", "_csrf=" + token, session, FORM);
        assertThat(http.get(HERE, ACCOUNT, session).status()).isEqualTo(302);
        TenantContext.runAs(
                SIEGVO, () -> assertThat(sessions.of(user, Duration.ofHours(1))).isEmpty());
    }

    @Test
    void a_session_that_its_browser_signed_in_over_is_gone_from_the_list_of_devices() {
        var first = devices();
        http.post(HERE, "/connexion", "email=" + user.address() + "&password=x", FORM, session);
        assertThat(devices()).isEqualTo(first).hasSize(1);

        signIn(session);

        assertThat(devices()).hasSize(1).doesNotContainAnyElementsOf(first);
    }

    private List<UUID> devices() {
        return TenantContext.callAs(
                SIEGVO,
                () -> sessions.of(user, Duration.ofHours(1)).stream()
                        .map(SignedInDevice::id)
                        .toList());
    }

    @Test
    void a_browser_is_given_a_mark_that_opens_nothing() {
        var mark = cookie(signInAnswer(""), "browser");
        assertThat(http.get(HERE, ACCOUNT, mark).status()).isEqualTo(302);
    }

    @Test
    void a_link_does_not_sign_out() {
        http.get(HERE, "/logout", session);
        assertThat(http.get(HERE, ACCOUNT, session).status()).isEqualTo(200);
    }

    @Test
    void a_session_lasts_half_a_day_at_most_however_much_it_is_used() {
        named(Duration.ofHours(11));
        assertThat(http.get(HERE, ACCOUNT, session).status()).isEqualTo(200);
        named(Duration.ofHours(13));
        assertThat(http.get(HERE, ACCOUNT, session).status()).isEqualTo(302);
        assertThat(http.post(HERE, "/?v-r=heartbeat&v-uiId=0", "", session).status())
                .as("an open tab keeps nothing alive")
                .isNotEqualTo(200);
    }

    @Test
    void a_session_that_nobody_uses_is_forgotten_after_half_an_hour() {
        try (var redis = connections.getConnection()) {
            assertThat(redis.keyCommands().ttl(kept(session))).isBetween(1L, 1800L);
        }
    }

    /** Its page may be at another node: that is no end of the visit, and nobody did anything. */
    @Test
    void a_page_that_is_open_elsewhere_is_not_told_that_the_visit_is_over_and_keeps_nothing_alive() {
        try (var redis = connections.getConnection()) {
            redis.keyCommands().expire(kept(session), 100);

            var said = http.post(HERE, "/?v-r=heartbeat&v-uiId=0", "", session).status();

            assertThat(said).isEqualTo(404);
            assertThat(redis.keyCommands().ttl(kept(session))).isBetween(1L, 100L);
            assertThat(http.get(HERE, ACCOUNT, session).status()).isEqualTo(200);
            assertThat(redis.keyCommands().ttl(kept(session))).isGreaterThan(100L);
        }
    }

    /** As if somebody had signed in in that session so long ago. */
    private void named(Duration ago) {
        try (var redis = connections.getConnection()) {
            redis.hashCommands()
                    .hSet(
                            kept(session),
                            "sessionAttr:fr.ondine.ui.session.HybridSession.named".getBytes(StandardCharsets.UTF_8),
                            RedisSerializer.java()
                                    .serialize(Clock.systemUTC().instant().minus(ago)));
        }
    }

    /** Where it lies in Redis. */
    private static byte[] kept(String session) {
        var id = new String(Base64.getDecoder().decode(session.replaceFirst("[^=]*=", "")), StandardCharsets.UTF_8);
        return ("t:siegvo:session:sessions:" + id).getBytes(StandardCharsets.UTF_8);
    }

    private String remembered() {
        var device = TenantContext.callAs(SIEGVO, () -> devices.remember(user));
        return "Cookie: remember=" + device.series() + "." + device.secret();
    }

    private String signIn(String cookie) {
        var answer = signInAnswer(cookie);
        assertThat(answer.header("Location").orElse("")).endsWith("/tableau-de-bord");
        return cookie(answer, "session");
    }

    private RawHttp.Answer signInAnswer(String cookie) {
        return signInAnswer("/connexion", cookie);
    }

    private RawHttp.Answer signInAnswer(String path, String cookie) {
        return http.post(
                HERE,
                path,
                "email=" + user.address() + "&password=" + PASSWORD.replace(' ', '+'),
                FORM,
                cookie.isEmpty() ? "Accept: */*" : cookie);
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
            registration.activate(announcements.last(ActivationRequested.class).token(), PASSWORD);
            return credentials.signIn(email.value(), PASSWORD, visitor);
        });
    }
}
