package fr.ondine.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.ondine.platform.fleet.Fleet;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is measured of requests: whose, which page, how long, how it ended; and no series that a stranger could make. */
@PortalTest
class MeasuresTests {

    private static final String SIEGVO = "siegvo.localhost";
    private static final String OF_UTILITIES = "ondine.requests";
    private static final String OF_PAGES = "http.server.requests";

    /** What the portal's own work may add meanwhile. */
    private static final int FEW = 5;

    @LocalServerPort
    int port;

    @Autowired
    MeterRegistry registry;

    @Autowired
    Fleet fleet;

    private RawHttp http;

    @BeforeEach
    void at_the_door() {
        http = new RawHttp(port);
    }

    @Test
    void a_request_is_measured_as_its_utilitys() {
        var before = count(OF_UTILITIES, "utility", "siegvo", "outcome", "SUCCESS");
        var others = count(OF_UTILITIES, "utility", "ileo");

        http.get(SIEGVO, "/connexion");

        await().until(() -> count(OF_UTILITIES, "utility", "siegvo", "outcome", "SUCCESS") > before);
        assertThat(count(OF_UTILITIES, "utility", "ileo")).isEqualTo(others);
    }

    @Test
    void one_that_was_refused_is_told_from_one_that_was_answered() {
        var before = count(OF_UTILITIES, "utility", "siegvo", "outcome", "CLIENT_ERROR");

        http.post(SIEGVO, "/webhooks/stripe", "{}");

        await().until(() -> count(OF_UTILITIES, "utility", "siegvo", "outcome", "CLIENT_ERROR") > before);
    }

    /** Else an operator who closes a portal would be called for it. */
    @Test
    void what_a_closed_portal_answers_is_no_error_of_its_utility() {
        var errors = count(OF_UTILITIES, "utility", "siegvo", "outcome", "SERVER_ERROR");
        fleet.suspend("siegvo", "operator:anne", "a leak of data is looked into");
        try {
            await().until(() -> http.get(SIEGVO, "/connexion").status() == 503);

            await().until(() -> count(OF_UTILITIES, "utility", "siegvo", "outcome", "CLOSED") > 0);
            assertThat(count(OF_UTILITIES, "utility", "siegvo", "outcome", "SERVER_ERROR"))
                    .isEqualTo(errors);
        } finally {
            fleet.resume("siegvo", "operator:anne", "");
        }
        await().until(() -> http.get(SIEGVO, "/connexion").status() == 200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/connexion?email=marie@exemple.fr|/connexion",
                "/branding/0123456789abcdef.css|/branding/{hash:[0-9a-f]{16}}.css",
                "/VAADIN/build/nothing.js|/VAADIN/**",
                "/?v-r=heartbeat&v-uiId=3|/?v-r=heartbeat",
                "/console|/console",
            })
    void a_page_is_named_by_its_template(String pathAndName) {
        var path = pathAndName.split("\\|")[0];
        var name = pathAndName.split("\\|")[1];

        http.get(SIEGVO, path);

        await().untilAsserted(() -> assertThat(tags(OF_PAGES, "uri")).contains(name));
    }

    @Test
    void strangers_make_no_series_by_hosts_that_they_make_up() {
        http.get("made-up.example", "/");
        await().until(() -> count(OF_UTILITIES, "utility", "unknown") > 0);
        var before = registry.getMeters().size();
        var known = tags(OF_UTILITIES, "utility");

        for (var number = 0; number < 40; number++) {
            http.get("made-up-" + number + ".example", "/");
        }

        await().until(() -> count(OF_UTILITIES, "utility", "unknown") > 40);
        assertThat(registry.getMeters()).hasSizeLessThanOrEqualTo(before + FEW);
        assertThat(tags(OF_UTILITIES, "utility")).isSubsetOf(known);
    }

    @Test
    void nor_by_addresses_and_methods() {
        strangers(0);
        await().until(() -> count(OF_PAGES, "method", "UNKNOWN") > 0);
        var before = registry.getMeters().size();

        IntStream.range(1, 40).forEach(this::strangers);

        assertThat(registry.getMeters()).hasSizeLessThanOrEqualTo(before + FEW);
        assertThat(tags(OF_PAGES, "uri")).noneMatch(uri -> uri.contains("made-up"));
    }

    private void strangers(int number) {
        http.get(SIEGVO, "/made-up-" + number);
        http.get(SIEGVO, "/factures/made-up-" + number + ".pdf");
        http.get(SIEGVO, "/?v-r=made-up-" + number);
        http.send("MADEUP" + number + " / HTTP/1.1", SIEGVO, "");
    }

    @Test
    void an_address_that_nobody_would_type_is_answered_all_the_same() {
        for (var path :
                List.of("//", "/a//b", "/:id", "/.", "/..", "/%2e%2e/", "/a%20b", "/*", "/?v-r", "/?v-r=", "//%3A")) {
            assertThat(http.get(SIEGVO, path).status()).as(path).isLessThan(500);
        }
    }

    private long count(String name, String... tags) {
        return registry.find(name).tags(tags).timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }

    private Set<String> tags(String name, String tag) {
        return registry.find(name).timers().stream()
                .map(timer -> timer.getId().getTag(tag))
                .collect(Collectors.toSet());
    }
}
