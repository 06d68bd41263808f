package fr.ondine.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.ondine.testing.services.FreePorts;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * The image is built as the Dockerfile says, trained, and started with the cache that the training left. Runs after the jar
 * is made, on the jar itself.
 */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImageRunTests {

    private static final Duration A_START = Duration.ofMinutes(3);
    private static final int TERMINATED = 128 + 15;

    @TempDir
    private static Path folder;

    private final int port = FreePorts.one();
    private final int management = FreePorts.one();

    private EmbeddedPostgres server;
    private LaidOut image;

    @BeforeAll
    void the_image_is_built() throws IOException {
        assertThat(Dockerfile.HERE.resolve("tenant-ui/target/ondine.jar"))
                .as("./ondine package makes it")
                .isRegularFile();
        server = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(folder.resolve("unpacked").toFile())
                .start();
        for (var program : new String[] {"initdb", "pg_ctl"}) {
            program(program);
        }
        image = LaidOut.of(
                Dockerfile.read(),
                folder,
                Map.of(
                        "TRAINING_POSTGRES", Integer.toString(FreePorts.one()),
                        "TRAINING_WEB", Integer.toString(FreePorts.one()),
                        "TRAINING_MANAGEMENT", Integer.toString(FreePorts.one())));
    }

    @AfterAll
    void end() throws IOException {
        server.close();
    }

    /** PostgreSQL refuses to be root, as the library that unpacked it knows. */
    private void program(String name) throws IOException {
        try (var files = Files.walk(folder.resolve("unpacked"))) {
            var theirs = files.filter(file -> file.endsWith("bin/" + name))
                    .findFirst()
                    .orElseThrow();
            var ours = Files.createDirectories(folder.resolve("postgres")).resolve(name);
            Files.writeString(ours, """
                    #!/bin/sh
                    if [ "$(id -u)" = 0 ]; then exec unshare -U '%1$s' "$@"; fi
                    exec '%1$s' "$@"
                    """.formatted(theirs));
            assertThat(ours.toFile().setExecutable(true)).isTrue();
        }
    }

    @Test
    void it_starts_with_its_cache_is_ready_does_a_command_and_ends_when_it_is_told_to() throws Exception {
        var log = folder.resolve("image.log");
        var process = start(log);
        try {
            await().atMost(A_START).pollInterval(Duration.ofMillis(200)).until(() -> {
                assertThat(process.isAlive()).as(() -> said(log)).isTrue();
                return readiness() == 200;
            });
            assertThat(said(log).lines())
                    .as("lines for a program")
                    .isNotEmpty()
                    .allMatch(line -> line.startsWith("{\"@timestamp\""));

            var list = folder.resolve("list.log");
            assertThat(start(list, "tenant", "list").waitFor())
                    .as(() -> said(list))
                    .isZero();
            assertThat(said(list)).contains("0 utilities").doesNotContain("@timestamp", "[warning]", "NOTE");

            process.destroy();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).as(() -> said(log)).isTrue();
            assertThat(process.exitValue()).isEqualTo(TERMINATED);
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start(Path log, String... words) throws IOException {
        var process = image.start(words).redirectErrorStream(true).redirectOutput(log.toFile());
        process.environment().put("SPRING_APPLICATION_JSON", JsonMapper.shared().writeValueAsString(settings()));
        // a cache that does not fit ends the JVM, where the image would go on without it
        process.environment().put("JDK_JAVA_OPTIONS", "-XX:AOTMode=on");
        return process.start();
    }

    private Map<String, Object> settings() {
        var settings = new HashMap<String, Object>();
        settings.put("spring.data.redis.host", "127.0.0.1");
        settings.put("spring.data.redis.port", FreePorts.one()); // it is away, and comes back some day
        settings.put("ondine.database.app-password", "app");
        settings.put("ondine.database.url", server.getJdbcUrl("postgres", "postgres"));
        settings.put("ondine.database.owner-username", "postgres");
        settings.put("ondine.database.owner-password", "");
        settings.put("ondine.documents.directory", folder.resolve("documents").toString());
        settings.put("ondine.vault.key", "b25kaW5lLXRlc3RzLW9uZGluZS10ZXN0cy1vbmRpbmU=");
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("server.port", port);
        settings.put("management.server.port", management);
        return settings;
    }

    private int readiness() {
        try (var client = HttpClient.newHttpClient()) {
            var asked = URI.create("http://127.0.0.1:" + management + "/actuator/health/readiness");
            return client.send(HttpRequest.newBuilder(asked).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException nobody) {
            return 0;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static String said(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
