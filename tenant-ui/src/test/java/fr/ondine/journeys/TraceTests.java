package fr.ondine.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import fr.ondine.platform.identity.NewAccount;
import fr.ondine.platform.identity.Registration;
import fr.ondine.platform.identity.Visitor;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.LoggedLines;
import fr.ondine.testing.Utilities;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.resources.Resource;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/** What leaves as a trace: which steps a request had and for which utility, and nothing that anybody typed. */
@PortalTest
class TraceTests {

    private static final String SIEGVO = "siegvo.localhost";
    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    int port;

    @Autowired
    Environment environment;

    @Autowired
    Registration registration;

    @Autowired
    Resource resource;

    private RawHttp http;

    @BeforeEach
    void at_the_door() {
        http = new RawHttp(port);
    }

    @Test
    void a_request_and_what_it_asks_of_redis_and_of_the_database_are_one_trace_of_its_utility() {
        var spans = CollectedTraces.during(this::signInWithAWrongPassword);

        var request = await().until(() -> named(spans, "http post /connexion"::equals), found -> !found.isEmpty())
                .getFirst();
        assertThat(request.attributes()).containsEntry("utility", "siegvo").containsEntry("method", "POST");
        await().untilAsserted(() -> assertThat(spans)
                .filteredOn(span -> span.parent().equals(request.id()))
                .extracting(ReceivedSpan::trace, ReceivedSpan::name)
                .contains(tuple(request.trace(), "transaction"), tuple(request.trace(), "eval")));
    }

    @Test
    void a_trace_is_of_the_process_by_its_name() {
        assertThat(resource.getAttribute(AttributeKey.stringKey("service.name")))
                .isEqualTo(environment.getProperty("spring.application.name"));
    }

    @Test
    void a_job_is_a_trace_of_its_own() {
        var email = "marie-" + UUID.randomUUID() + "@exemple.fr";
        var spans = CollectedTraces.during(() -> {
            TenantContext.runAs(
                    Utilities.SIEGVO,
                    () -> registration.signUp(
                            new NewAccount(new EmailAddress(email), "trois chevaux gris"), new Visitor("10.9.8.6")));
            // a mail of another utility that was refused before may be tried again beside it
            await().untilAsserted(() -> assertThat(named(CollectedTraces.received(), "job send-mail"::equals))
                    .anySatisfy(job -> assertThat(job.attributes()).containsEntry("utility", "siegvo")));
        });

        assertThat(named(spans, "job send-mail"::equals))
                .allSatisfy(job -> assertThat(job.parent()).isEmpty())
                .allSatisfy(job -> assertThat(job.texts()).doesNotContain("marie"));
    }

    @Test
    void no_step_says_what_was_typed_nor_from_where() {
        var spans = CollectedTraces.during(() -> {
            signInWithAWrongPassword();
            http.get(SIEGVO, "/mot-de-passe?jeton=Zm9vYmFyYmF6&email=marie@exemple.fr");
            http.get(SIEGVO, "/factures/FA-2026-00017.pdf", "X-Forwarded-For: 203.0.113.77");
        });

        await().until(() -> named(spans, name -> name.startsWith("http get")), found -> found.size() >= 2);
        assertThat(spans)
                .hasSizeGreaterThan(3)
                .allSatisfy(span -> assertThat(span.texts())
                        .doesNotContain(
                                "marie",
                                "exemple.fr",
                                "trois",
                                "Zm9v",
                                "jeton",
                                "2026-00017",
                                "203.0.113",
                                "t:siegvo:"));
    }

    @Test
    void nobody_outside_decides_which_requests_are_traced_or_how_they_are_called() {
        var theirs = "0af7651916cd43dd8448eb211c80319c";
        var spans = CollectedTraces.during(
                () -> http.get(SIEGVO, "/connexion", "traceparent: 00-" + theirs + "-b7ad6b7169203331-01"));
        await().until(() -> !named(spans, "http get /connexion"::equals).isEmpty());
        assertThat(spans).extracting(ReceivedSpan::trace).doesNotContain(theirs);

        http.get(SIEGVO, "/connexion", "traceparent: 00-" + theirs + "-b7ad6b7169203331-01");
        var later = CollectedTraces.during(() -> http.get(SIEGVO, "/contact"));
        await().until(() -> !later.isEmpty());
        assertThat(later).extracting(ReceivedSpan::name).doesNotContain("http get /connexion");
    }

    @Test
    void the_trace_is_in_the_log() {
        try (var lines = LoggedLines.of("ecs", environment)) {
            var spans = CollectedTraces.during(() -> http.get(SIEGVO, "/webhooks/stripe"));

            await().until(() -> !spans.isEmpty());
            var line = lines.written().stream()
                    .filter(written -> written.contains("HttpRequestMethodNotSupportedException"))
                    .map(JSON::readTree)
                    .findFirst()
                    .orElseThrow();
            assertThat(spans)
                    .extracting(ReceivedSpan::trace)
                    .contains(line.path("traceId").asString());
            assertThat(line.path("spanId").asString()).matches("[0-9a-f]{16}");
            assertThat(line.path("utility").asString()).isEqualTo("siegvo");
        }
    }

    private void signInWithAWrongPassword() {
        http.post(
                SIEGVO,
                "/connexion",
                "email=marie%40exemple.fr&password=trois+chevaux",
                "Content-Type: application/x-www-form-urlencoded");
    }

    private static List<ReceivedSpan> named(List<ReceivedSpan> spans, Predicate<String> name) {
        return spans.stream().filter(span -> name.test(span.name())).toList();
    }
}
