package fr.ondine.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.ondine.testing.services.FreePorts;
import fr.ondine.testing.services.Services;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** The application of production in a process of its own: its jar, or the class path of that. */
record Node(String name, Process process, int port, int management, Path log) {

    private static final String MAIN = "fr.ondine.ui.OndineApplication";
    private static final Duration START = Duration.ofMinutes(3);
    private static final Pattern DONE =
            Pattern.compile("(?m)^ondine_job_seconds_count\\{[^}]*task=\"send-mail\"[^}]*} (\\S+)");

    /** Of all nodes behind a switch, on the servers of this run. */
    static Map<String, String> settings(Switch door, CountedMails mails) {
        var settings = new HashMap<>(Services.shared().properties());
        settings.putAll(Map.of(
                "ondine.vault.key", "b25kaW5lLXRlc3RzLW9uZGluZS10ZXN0cy1vbmRpbmU=",
                "ondine.portal.scheme", "http",
                "ondine.portal.port", Integer.toString(door.port()),
                "ondine.session.secure", "false",
                "ondine.console.host", MarkedOperator.HOST,
                "ondine.identity.least-answer", "0s",
                "ondine.jobs.heartbeat", "1s",
                "spring.mail.host", "127.0.0.1",
                "spring.mail.port", Integer.toString(mails.port())));
        settings.put("ondine.database.migrate-on-start", "false");
        settings.put("management.endpoints.web.exposure.include", "health,prometheus");
        settings.put(
                "ondine.documents.directory",
                Path.of("target", "documents").toAbsolutePath().toString());
        return settings;
    }

    /** Begins to start it; {@link #awaitReady} waits. */
    static Node start(String name, Map<String, String> properties, Path folder) {
        return start(name, properties, folder, surroundings -> {});
    }

    /** In other surroundings: another working folder, other variables. */
    static Node start(String name, Map<String, String> properties, Path folder, Consumer<ProcessBuilder> surroundings) {
        var port = FreePorts.one();
        var management = FreePorts.one();
        var log = folder.resolve(name + ".log");
        var words = new ArrayList<>(List.of("--server.port=" + port, "--management.server.port=" + management));
        properties.forEach((key, value) -> words.add("--" + key + "=" + value));
        return new Node(name, process(words, log, surroundings), port, management, log);
    }

    /** Runs a command of the application, which is told its settings as the chart tells them. */
    static Process command(List<String> words, Map<String, String> properties, Path log) {
        return process(
                words,
                log,
                surroundings -> surroundings
                        .environment()
                        .put("SPRING_APPLICATION_JSON", JsonMapper.shared().writeValueAsString(properties)));
    }

    private static Process process(List<String> words, Path log, Consumer<ProcessBuilder> surroundings) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(program());
        command.addAll(words);
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        surroundings.accept(process);
        try {
            return process.start();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    Node awaitReady() {
        await().atMost(START).pollInterval(Duration.ofMillis(100)).until(() -> {
            assertThat(process.isAlive()).as(this::said).isTrue();
            return readiness() == 200;
        });
        return this;
    }

    /** What it answers who asks whether somebody may be sent there; 0 when it does not answer. */
    int readiness() {
        try {
            return new Wire(management)
                    .send(Asked.get("127.0.0.1", "/actuator/health/readiness"))
                    .status();
        } catch (UncheckedIOException nobody) {
            return 0;
        }
    }

    /** How many mails it has sent, as its measures say. */
    double mailsSent() {
        var measures = new Wire(management).send(Asked.get("127.0.0.1", "/actuator/prometheus"));
        assertThat(measures.status()).as(measures.text()).isEqualTo(200);
        return DONE.matcher(measures.text())
                .results()
                .mapToDouble(sample -> Double.parseDouble(sample.group(1)))
                .sum();
    }

    Answer send(Asked asked) {
        return new Wire(port).send(asked);
    }

    /** As kill -9 does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** As a cluster asks it to, and does not wait. */
    void stop() {
        process.destroy();
    }

    boolean endsWithin(Duration patience) throws InterruptedException {
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    String said() {
        try {
            return name + " said:\n" + Files.readString(log);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The jar itself where there is one already: it carries what the build wrote down of the beans. */
    private static List<String> program() {
        var jar = System.getProperty("ondine.nodes.jar");
        return jar == null ? List.of("-cp", classPath(), MAIN) : List.of("-jar", jar);
    }

    private static String classPath() {
        try {
            return Path.of("target", "classes").toAbsolutePath() + ":"
                    + Files.readString(Path.of("target", "production.classpath"));
        } catch (IOException notBuilt) {
            throw new UncheckedIOException(notBuilt);
        }
    }
}
