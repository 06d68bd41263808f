package fr.ondine.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.ondine.demo.data.DemoData;
import fr.ondine.demo.data.DemoUtility;
import fr.ondine.testing.Utilities;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No secret that a process is told is in anything that it says: while it starts, works, or cannot do either. */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecretsInLogsTests {

    private static final String HOST = "siegvo.localhost";
    private static final String EMAIL = "anne@exploitant.fr";
    private static final String WRONG = "wrong-hidden-a8f930";
    private static final Duration A_WHILE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private GuardedServers servers;

    @BeforeAll
    void servers_that_ask_for_passwords() throws Exception {
        servers = GuardedServers.start();
    }

    @AfterAll
    void end() throws IOException {
        servers.close();
    }

    /** First: it makes the login of the application. */
    @Test
    @Order(1)
    void while_it_starts_works_and_loses_its_database() throws Exception {
        var node = Node.start("node", servers.settings(), folder);
        try {
            node.awaitReady();
            run("tenant", "add", configuration());
            assertThat(status(wrong("ondine.documents.bucket.secret-key"), "import", "--tenant", "siegvo", data()))
                    .as("in a bucket that refuses it")
                    .isNotZero();
            run("import", "--tenant", "siegvo", data());
            run("operator", "invite", "--email", EMAIL, "--name", "Anne Martin", "--permission", "view");
            await().atMost(A_WHILE).until(() -> servers.mails().getReceivedMessages().length > 0);
            assertThat(servers.files().objects()).as("files in the bucket").isNotEmpty();
            assertThat(signIn(node).header("Location")).contains("/connexion");

            servers.database().cut();
            assertThat(signIn(node).status()).isEqualTo(503);
            assertThat(node.readiness()).isEqualTo(503);

            servers.database().mend();
            await().atMost(A_WHILE).until(() -> node.readiness() == 200);
            node.stop();
            assertThat(node.endsWithin(Duration.ofMinutes(1))).as(node::said).isTrue();
        } finally {
            servers.database().mend();
            node.kill();
        }
        assertThat(said()).contains("ERROR");
        assertNoSecretIn(said());
    }

    /** One sentence, in which the setting stands, and an end: no trace of a stack, and no process that serves nobody. */
    @ParameterizedTest
    @CsvSource({
        "ondine.database.owner-password, true",
        "ondine.database.app-password, false",
        "spring.data.redis.password, false",
        "spring.mail.password, false"
    })
    @Order(2)
    void when_a_server_refuses_the_password(String setting, boolean migrates) throws InterruptedException {
        var settings = wrong(setting);
        settings.put("ondine.database.migrate-on-start", Boolean.toString(migrates));
        var node = Node.start(setting, settings, folder);
        try {
            assertThat(node.endsWithin(Duration.ofMinutes(2))).as(node::said).isTrue();
        } finally {
            node.kill();
        }
        assertThat(node.process().exitValue()).isEqualTo(1);
        assertThat(node.said()).contains("Description:\n\n" + setting).doesNotContain("\tat ", "Stack trace");
        assertNoSecretIn(node.said());
    }

    @Test
    void one_would_be_found_however_it_is_written() {
        var secret = servers.settings().get("spring.mail.password");
        for (var written : List.of("at " + secret, "AUTH " + base64(secret))) {
            assertThatThrownBy(() -> assertNoSecretIn(written)).isInstanceOf(AssertionError.class);
        }
    }

    private Map<String, String> wrong(String setting) {
        var settings = servers.settings();
        settings.put(setting, WRONG);
        return settings;
    }

    private void run(String... words) throws InterruptedException {
        assertThat(status(servers.settings(), words)).as(this::said).isZero();
    }

    private int status(Map<String, String> settings, String... words) throws InterruptedException {
        return Node.command(List.of(words), settings, folder.resolve(words[0] + ".log"))
                .waitFor();
    }

    private String configuration() throws IOException {
        return Files.writeString(folder.resolve("siegvo.yaml"), Utilities.yaml(Utilities.SIEGVO))
                .toString();
    }

    private String data() throws IOException {
        var zip = folder.resolve("siegvo.zip");
        DemoData.writeFirst(DemoUtility.SIEGVO, LocalDate.now(ZoneId.of("Europe/Paris")), zip);
        return zip.toString();
    }

    private static Answer signIn(Node node) {
        return node.send(Asked.form(HOST, "/connexion", "email=nobody%40exemple.fr&password=trois+chevaux+gris"));
    }

    private void assertNoSecretIn(String said) {
        assertThat(Stream.concat(servers.secrets().stream(), Stream.of(WRONG))
                        .flatMap(secret ->
                                Stream.of(secret, base64(secret), URLEncoder.encode(secret, StandardCharsets.UTF_8)))
                        .filter(said::contains))
                .isEmpty();
    }

    private static String base64(String secret) {
        return Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
    }

    private String said() {
        try (var files = Files.list(folder)) {
            var all = new StringBuilder();
            for (var log :
                    files.filter(file -> file.toString().endsWith(".log")).toList()) {
                all.append(Files.readString(log));
            }
            return all.toString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
