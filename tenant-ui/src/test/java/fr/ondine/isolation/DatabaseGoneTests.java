package fr.ondine.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.ondine.testing.services.Services;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.TestPropertySource;

/** PostgreSQL goes away under a node that serves, and comes back. */
@IsolationTest
@TestPropertySource(
        properties = {
            "management.server.port=0",
            "management.endpoints.web.exposure.include=health,prometheus",
            "management.prometheus.metrics.export.enabled=true"
        })
@Import({DatabaseGoneTests.ThroughTheRelay.class, FailingRoute.class})
class DatabaseGoneTests {

    private static final URI SERVER =
            URI.create(Services.shared().database().url().substring("jdbc:".length()));
    private static final Relay DATABASE = new Relay(SERVER.getHost(), SERVER.getPort() < 0 ? 5432 : SERVER.getPort());

    /** The wait for a connection, and as much again for a busy machine. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private static final Duration BACK = Duration.ofSeconds(30);

    @LocalServerPort
    int port;

    @LocalManagementPort
    int management;

    @Autowired
    ApplicationContext application;

    private Marked utility;

    @BeforeEach
    void a_utility_that_is_served() {
        utility = Marking.of(application, new Wire(port), 1).getFirst();
        // a connection that was used half a second before the cut is not tried before it is lent again
        await().atMost(BACK)
                .untilAsserted(
                        () -> assertThat(page("/tableau-de-bord").status()).isEqualTo(200));
    }

    @AfterEach
    void mended() {
        DATABASE.mend();
        await().atMost(BACK)
                .untilAsserted(() -> assertThat(readiness().status()).isEqualTo(200));
    }

    @Test
    void the_portal_says_so_in_the_utility_s_name_and_goes_on_where_it_was() {
        DATABASE.cut();

        assertAway(soon(() -> page("/tableau-de-bord")));
        assertAway(soon(() -> page(FailingRoute.QUESTION)));
        assertAway(soon(this::signIn));

        DATABASE.mend();

        await().atMost(BACK)
                .untilAsserted(
                        () -> assertThat(page("/tableau-de-bord").status()).isEqualTo(200));
        assertThat(page(FailingRoute.QUESTION).text()).contains("answered");
        assertThat(new Pages(new Wire(port)).open(utility.host(), "/mon-compte", utility.session()))
                .anyMatch(part -> part.text().contains(utility.kept()));
    }

    @Test
    void the_node_is_not_ready_until_the_database_is_back() {
        assertThat(readiness().status()).isEqualTo(200);

        DATABASE.cut();

        var answer = soon(this::readiness);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text()).contains("OUT_OF_SERVICE");
        assertThat(health("liveness").status()).as("a restart would not help").isEqualTo(200);
        assertThat(health("startup").status()).as("it has begun").isEqualTo(200);

        DATABASE.mend();

        await().atMost(BACK)
                .untilAsserted(() -> assertThat(readiness().status()).isEqualTo(200));
    }

    @Test
    void a_port_of_its_own_answers_the_cluster_and_nobody_else() {
        assertThat(managed("/actuator/prometheus").text()).contains("200", "jvm_memory_used_bytes");
        assertThat(managed("/actuator/env").status()).isIn(401, 403, 404);
        for (var path : List.of("/actuator", "/actuator/", "/nowhere")) {
            assertThat(managed(path).status())
                    .as("there or not, nothing else is let through: " + path)
                    .isEqualTo(403);
        }
        for (var path :
                List.of("/", "/connexion", "/tableau-de-bord", "/api/operator/v1/utilities", "/branding/x.css")) {
            var answer = managed(path);
            assertThat(answer.status()).as(path).isIn(401, 403, 404);
            assertThat(answer.text()).doesNotContain("Eaux", "Set-Cookie");
        }
        for (var path : List.of("/actuator/prometheus", "/actuator/health", "/actuator/health/readiness")) {
            assertThat(page(path).text()).as("at a portal: " + path).doesNotContain("jvm_", "\"status\"");
        }
    }

    private Answer managed(String path) {
        return new Wire(management).send(Asked.get("10.0.3.7", path).cookies(utility.session()));
    }

    @Test
    @Tag("long")
    void a_program_gets_a_problem() {
        DATABASE.cut();

        var answer = soon(() -> new Wire(port)
                .send(Asked.get("console.localhost", "/api/operator/v1/utilities")
                        .with("Accept: text/html, */*")
                        .with("Authorization: Bearer ondk_" + "a".repeat(43))));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text())
                .contains("Retry-After: 10", "application/problem+json", "urn:ondine:problem:away")
                .doesNotContain("Exception");
    }

    @Test
    @Tag("long")
    void the_console_says_so_too() {
        assertThat(console().text()).contains("answered");

        DATABASE.cut();

        var answer = soon(this::console);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text()).contains("ne répond pas pour le moment", "Retry-After: 10");
    }

    @Test
    void a_mistake_of_ours_is_a_failure_and_no_such_moment() {
        var answer = page(FailingRoute.MISTAKE);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text())
                .contains("La page n&#39;a pas pu s&#39;afficher")
                .doesNotContain("ne répond pas pour le moment", "Retry-After", "IllegalState");
    }

    private void assertAway(Answer answer) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text())
                .contains("Eaux " + utility.shown(), "Le portail ne répond pas pour le moment", "tel:")
                .contains("Retry-After: 10", "Content-Security-Policy:")
                .doesNotContain("Exception", "Apache Tomcat");
    }

    private static Answer soon(Supplier<Answer> asked) {
        var begun = System.nanoTime();
        var answer = asked.get();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SOON);
        return answer;
    }

    private Answer page(String address) {
        return new Wire(port)
                .send(Asked.get(utility.host(), address)
                        .with("Accept: text/html")
                        .cookies(utility.session()));
    }

    private Answer signIn() {
        return new Wire(port)
                .send(Asked.form(
                                utility.host(),
                                "/connexion",
                                "email=" + utility.email() + "&password=" + Marked.PASSWORD.replace(' ', '+'))
                        .with("Accept: text/html"));
    }

    private Answer console() {
        return new Wire(port)
                .send(Asked.get("console.localhost", FailingRoute.QUESTION_OF_THE_CONSOLE)
                        .with("Accept: text/html"));
    }

    private Answer readiness() {
        return health("readiness");
    }

    private Answer health(String group) {
        return managed("/actuator/health/" + group);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class ThroughTheRelay {

        @Bean
        static BeanFactoryPostProcessor databaseThroughTheRelay(ConfigurableEnvironment environment) {
            var url =
                    Services.shared().database().url().replaceFirst("//[^/]+/", "//localhost:" + DATABASE.port() + "/");
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource("relay", Map.of("ondine.database.url", url)));
            return beans -> {};
        }
    }
}
