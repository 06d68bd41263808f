package fr.ondine.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.ondine.platform.identity.NewAccount;
import fr.ondine.platform.identity.PersonName;
import fr.ondine.platform.identity.Registration;
import fr.ondine.platform.identity.Visitor;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.PlatformVault;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.LoggedLines;
import fr.ondine.testing.Utilities;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A line of the log says of which utility and whose work it is, and nothing of the person. */
@PortalTest
class LogTests {

    private static final Logger LOG = LoggerFactory.getLogger(LogTests.class);
    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    int port;

    @Autowired
    Environment environment;

    @Autowired
    Registration registration;

    @Autowired
    PlatformVault vault;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @ParameterizedTest
    @ValueSource(strings = {"ecs", "logstash", "gelf"})
    void each_format_names_the_utility_that_the_work_is_for(String format) {
        try (var lines = LoggedLines.of(format, environment)) {
            TenantContext.runAs(Utilities.SIEGVO, () -> LOG.info("for one"));
            LOG.info("for nobody");

            assertThat(line(lines, "for one").path("utility").asString()).isEqualTo("siegvo");
            assertThat(line(lines, "for nobody").path("utility").isMissingNode())
                    .isTrue();
        }
    }

    @Test
    void a_line_is_of_the_process_as_its_traces_call_it() {
        var worker = new MockEnvironment().withProperty("spring.application.name", "ondine-worker");
        try (var lines = LoggedLines.of("ecs", worker)) {
            LOG.info("by a worker");

            assertThat(line(lines, "by a worker").path("service").path("name").asString())
                    .isEqualTo("ondine-worker");
        }
    }

    @Test
    void who_is_signed_in_is_a_digest() {
        try (var lines = LoggedLines.of("ecs", environment);
                var said = MDC.putCloseable("user.hash", "0123456789abcdef")) {
            LOG.info("by somebody");

            assertThat(line(lines, "by somebody").path("user").path("hash").asString())
                    .isEqualTo("0123456789abcdef");
        }
    }

    /** In the line of an ordinary request, from the sign-in on; the digest has a key, or a list of accounts would tell whose. */
    @Test
    void what_a_signed_in_person_asks_for_is_found_by_utility_person_and_trace_and_names_nobody() {
        var email = "durand-" + UUID.randomUUID() + "@" + "exemple.fr";
        var person = signedUp(email);
        try (var lines = LoggedLines.of("ecs", environment)) {
            var session = signIn(email);
            var spans = CollectedTraces.during(() -> assertThat(http().get(
                                    "siegvo.localhost",
                                    "/fuites/" + UUID.randomUUID() + "/attestation",
                                    "Cookie: " + session)
                            .status())
                    .isEqualTo(405));

            await().until(() -> !spans.isEmpty());
            var line = line(lines, "HttpRequestMethodNotSupportedException");
            assertThat(line.path("utility").asString()).isEqualTo("siegvo");
            assertThat(line.path("user").path("hash").asString())
                    .isEqualTo(vault.mac("logs", "user", "siegvo:" + person).substring(0, 16));
            assertThat(spans)
                    .extracting(ReceivedSpan::trace)
                    .contains(line.path("traceId").asString());
            assertThat(NothingPersonalIsLogged.personal(lines.written())).isEmpty();
            assertThat(lines.written()).noneMatch(written -> written.contains(person) || written.contains("Marie"));
        }
    }

    /** Marie Durand, by the link of her mail. */
    private String signedUp(String email) {
        var account =
                new NewAccount(new EmailAddress(email), "trois chevaux gris", new PersonName("Mme", "Marie", "Durand"));
        return TenantContext.callAs(Utilities.SIEGVO, () -> {
            registration.signUp(account, new Visitor("10.9.8.5"));
            var mail = one("select plain from mail where recipient = ?", email);
            registration.activate(new RawToken(mail.replaceAll("(?s).*jeton=(\\S+).*", "$1")), "trois chevaux gris");
            return one("select id::text from user_account where email = ?", email);
        });
    }

    private String one(String question, String email) {
        return transaction.execute(status ->
                database.sql(question).param(email).query(String.class).single());
    }

    private String signIn(String email) {
        var answer = http().post(
                        "siegvo.localhost",
                        "/connexion",
                        "email=" + email.replace("@", "%40") + "&password=trois+chevaux+gris",
                        "Content-Type: application/x-www-form-urlencoded");
        assertThat(answer.header("Location"))
                .hasValueSatisfying(page -> assertThat(page).doesNotContain("connexion"));
        return answer.headers("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("session="))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_others_say_of_a_failure_is_masked_in_the_message_and_in_the_trace() {
        try (var lines = LoggedLines.of("ecs", environment)) {
            LOG.warn(
                    "refused: {}",
                    "550 no such user",
                    new IllegalStateException("550", new IllegalStateException("<marie@" + "exemple.fr> unknown")));

            assertThat(lines.written())
                    .anySatisfy(line -> assertThat(line).contains("<***> unknown", "LogTests"))
                    .noneMatch(line -> line.contains("marie"));
        }
    }

    @Test
    void a_wrong_password_leaves_neither_the_address_nor_the_password() {
        var email = "durand-" + UUID.randomUUID() + "@" + "exemple.fr";
        var registered = new NewAccount(new EmailAddress(email), "trois chevaux gris");
        TenantContext.runAs(Utilities.SIEGVO, () -> registration.signUp(registered, new Visitor("10.9.8.7")));
        try (var lines = LoggedLines.of("ecs", environment)) {
            for (var password : List.of("trois+chevaux+noirs", "x".repeat(5000))) {
                var answer = http().post(
                                "siegvo.localhost",
                                "/connexion",
                                "email=" + email.replace("@", "%40") + "&password=" + password,
                                "Content-Type: application/x-www-form-urlencoded");
                assertThat(answer.status()).isBetween(300, 499);
            }

            assertThat(NothingPersonalIsLogged.personal(lines.said())).isEmpty();
            assertThat(NothingPersonalIsLogged.personal(lines.written())).isEmpty();
        }
    }

    @Test
    void a_line_that_named_somebody_would_be_found() {
        var address = "marie@" + "exemple.fr";
        assertThat(NothingPersonalIsLogged.personal(List.of("to " + address, "FR7630006000011234567890189", "fine")))
                .hasSize(2);
    }

    private RawHttp http() {
        return new RawHttp(port);
    }

    private static JsonNode line(LoggedLines lines, String message) {
        return lines.written().stream()
                .filter(line -> line.contains(message))
                .map(JSON::readTree)
                .findFirst()
                .orElseThrow();
    }
}
