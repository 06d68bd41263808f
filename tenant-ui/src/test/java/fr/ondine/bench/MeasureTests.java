package fr.ondine.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MeasureTests {

    @Test
    void one_that_fails_says_why_and_ends_though_a_server_goes_on() throws Exception {
        var failed = run("Broken");

        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.said()).contains("ondine: the measure failed: java.lang.IllegalStateException: no figure");
    }

    @Test
    void one_that_fails_on_another_thread_does_too() throws Exception {
        assertThat(run("BrokenBeside").code()).isEqualTo(1);
    }

    /** As `bench documents`, `billing`, `desk` and `neighbours` end. */
    @Test
    void one_that_misses_a_bar_is_told_from_one_that_broke_and_from_one_that_is_met() throws Exception {
        var missed = run("Missed");

        assertThat(missed.code()).isEqualTo(2);
        assertThat(missed.said()).endsWith("""
                {"bench":"documents","bars":"missed","missed":["ratio 0.55 < 0.6"]}
                """);
        assertThat(run("Met").code()).isZero();
    }

    @Test
    void one_that_comes_to_its_end_is_over() throws Exception {
        assertThat(run("Whole").code()).isZero();
    }

    private record Ended(int code, String said) {}

    private static Ended run(String name) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var running = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Measure.class.getName(),
                        "MeasureTests$" + name)
                .redirectErrorStream(true)
                .start();
        try {
            assertThat(running.waitFor(30, TimeUnit.SECONDS)).as("it ends").isTrue();
            return new Ended(
                    running.exitValue(), new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } finally {
            running.destroyForcibly();
        }
    }

    private static Thread server() {
        return Thread.ofPlatform().daemon(false).start(() -> {
            try {
                Thread.sleep(TimeUnit.MINUTES.toMillis(1));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    public static final class Broken {
        public static void main(String[] arguments) {
            server();
            throw new IllegalStateException("no figure");
        }
    }

    public static final class BrokenBeside {
        public static void main(String[] arguments) throws InterruptedException {
            Thread.ofPlatform().start(() -> {
                throw new IllegalStateException("no figure");
            });
            server().join();
        }
    }

    public static final class Missed {
        public static void main(String[] arguments) {
            server();
            ended(0.55);
        }
    }

    public static final class Met {
        public static void main(String[] arguments) {
            server();
            ended(0.6);
        }
    }

    private static void ended(double ratio) {
        var bars = new Bars("documents");
        bars.atLeast("ratio", 0.6, ratio);
        bars.end();
    }

    public static final class Whole {
        public static void main(String[] arguments) {
            server();
        }
    }
}
