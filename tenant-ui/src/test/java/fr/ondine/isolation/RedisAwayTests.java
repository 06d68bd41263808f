package fr.ondine.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.ondine.migrations.OndineDatabase;
import fr.ondine.migrations.UtilityState;
import fr.ondine.testing.LongRun;
import fr.ondine.testing.services.Services;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Redis, which holds the sessions, goes away and comes back. */
@IsolationTest
@Import(RedisAwayTests.ThroughTheRelay.class)
class RedisAwayTests {

    private static final Relay REDIS = relay();

    /** The poll comes each second; the rest is for a busy machine. */
    private static final Duration KNOWN_BY_THE_POLL = Duration.ofSeconds(5);

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    private Marked utility;

    @Test
    void the_portal_says_so_in_the_utility_s_name_and_nobody_has_to_sign_in_again() {
        utility = Marking.of(application, new Wire(port), 1).getFirst();
        assertThat(dashboard().status()).isEqualTo(200);

        REDIS.cut();

        var answer = dashboard();
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text())
                .contains("Eaux " + utility.shown(), "Le portail ne répond pas pour le moment", "tel:")
                .contains("Retry-After: 10", "Content-Security-Policy:");
        for (var page : LongRun.isAsked() ? List.of("/", "/connexion", "/inscription", "/contact") : List.of("/")) {
            var visitor = new Wire(port).send(Asked.get(utility.host(), page).with("Accept: text/html"));
            assertThat(visitor.status()).as(page).isEqualTo(503);
            assertThat(visitor.text()).contains("Eaux " + utility.shown(), "Content-Security-Policy:");
        }

        REDIS.mend();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(dashboard().status()).isEqualTo(200));
        assertThat(new Pages(new Wire(port)).open(utility.host(), "/mon-compte", utility.session()))
                .anyMatch(part -> part.text().contains(utility.kept()));
    }

    @Test
    @Tag("long")
    void the_console_says_so_too() {
        REDIS.cut();

        var answer = new Wire(port)
                .send(Asked.get("console.localhost", "/console/connexion")
                        .with("Accept: text/html")
                        .cookies("session=" + Base64.getEncoder().encodeToString(new byte[16])));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text()).contains("ne répond pas pour le moment", "Retry-After: 10");
    }

    @Test
    @Tag("long")
    void a_program_is_told_so_and_not_that_it_asked_too_often() {
        REDIS.cut();

        var answer = askAsProgram("ondk_" + "a".repeat(43));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text())
                .contains("Retry-After: 10", "application/problem+json", "urn:ondine:problem:limits-away")
                .doesNotContain("key-busy");
        assertThat(askAsProgram("no key of ours").status()).isEqualTo(401);

        REDIS.mend();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                askAsProgram("ondk_" + "a".repeat(43)).text())
                        .contains("urn:ondine:problem:key-refused"));
    }

    @Test
    void what_another_node_did_to_a_utility_is_known_without_its_message() {
        utility = Marking.of(application, new Wire(port), 1).getFirst();
        REDIS.cut();

        become(UtilityState.SUSPENDED);
        await().atMost(KNOWN_BY_THE_POLL)
                .untilAsserted(() -> assertThat(liveness().text()).contains("Le portail est fermé pour le moment"));

        become(UtilityState.READY);
        await().atMost(KNOWN_BY_THE_POLL)
                .untilAsserted(() -> assertThat(liveness().status()).isEqualTo(200));
    }

    /** The one address of a portal that needs no session, and so no Redis. */
    private Answer liveness() {
        return new Wire(port)
                .send(Asked.get(utility.host(), "/actuator/health/liveness").with("Accept: text/html, */*"));
    }

    /** In the database alone, as this node sees what others do. */
    private void become(UtilityState state) {
        application.getBean(OndineDatabase.class).change(utility.tenant().slug(), state, "operator:test", "works");
    }

    private Answer askAsProgram(String key) {
        return new Wire(port)
                .send(Asked.get("console.localhost", "/api/operator/v1/utilities")
                        .with("Authorization: Bearer " + key));
    }

    @AfterEach
    void mended() {
        REDIS.mend();
    }

    private Answer dashboard() {
        return new Wire(port)
                .send(Asked.get(utility.host(), "/tableau-de-bord")
                        .with("Accept: text/html")
                        .cookies(utility.session()));
    }

    private static Relay relay() {
        var redis = Services.shared().redis();
        return new Relay(redis.host(), redis.port());
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class ThroughTheRelay {

        @Bean
        DataRedisConnectionDetails redisThroughTheRelay() {
            return new DataRedisConnectionDetails() {
                @Override
                public Standalone getStandalone() {
                    return Standalone.of("localhost", REDIS.port());
                }
            };
        }
    }
}
