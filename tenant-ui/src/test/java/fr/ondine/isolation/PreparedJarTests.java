package fr.ondine.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs after the jar is made, which starts with the beans that the build wrote down, and serves. */
class PreparedJarTests {

    private static final String WRITTEN_DOWN =
            "BOOT-INF/classes/fr/ondine/ui/OndineApplication__ApplicationContextInitializer.class";
    private static final String TOLD = "the start takes some seconds longer";

    @TempDir
    Path folder;

    @BeforeEach
    void the_beans_are_in_the_jar() throws IOException {
        assertWrittenDown();
    }

    static void assertWrittenDown() throws IOException {
        try (var jar = new JarFile(System.getProperty("ondine.nodes.jar", "target/ondine.jar"))) {
            assertThat(jar.getEntry(WRITTEN_DOWN)).as(WRITTEN_DOWN).isNotNull();
        }
    }

    @Test
    void the_jar_starts_with_the_beans_that_were_written_down_and_serves() {
        try (var door = new Switch();
                var mails = new CountedMails()) {
            var settings = Node.settings(door, mails);
            settings.put("ondine.database.migrate-on-start", "true");
            var node = Node.start("prepared", settings, folder).awaitReady();
            try {
                assertThat(node.said())
                        .contains("AOT-processed OndineApplication")
                        .doesNotContain(TOLD);
                assertThat(node.send(Asked.get(MarkedOperator.HOST, "/console/connexion"))
                                .status())
                        .isEqualTo(200);
                assertThat(node.send(Asked.get("nobody.example", "/")).status()).isEqualTo(421);
                assertThat(node.mailsSent()).isNotNegative();
            } finally {
                node.kill();
            }
        }
    }

    @Test
    @Tag("long")
    void the_jar_starts_as_well_where_traces_leave_and_tells_why_it_takes_longer() {
        try (var door = new Switch();
                var mails = new CountedMails()) {
            var settings = Node.settings(door, mails);
            settings.put("ondine.database.migrate-on-start", "true");
            settings.putAll(
                    Map.of("management.opentelemetry.tracing.export.otlp.endpoint", "http://127.0.0.1:9/v1/traces"));
            var node = Node.start("traced", settings, folder).awaitReady();
            try {
                assertThat(node.said())
                        .contains("management.opentelemetry.tracing.export.otlp.endpoint is set: " + TOLD);
                assertThat(node.send(Asked.get(MarkedOperator.HOST, "/console/connexion"))
                                .status())
                        .isEqualTo(200);
            } finally {
                node.kill();
            }
        }
    }
}
