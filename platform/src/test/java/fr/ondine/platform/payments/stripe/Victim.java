package fr.ondine.platform.payments.stripe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A {@link PayingProcess} seen from outside. */
final class Victim implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private Victim(Process process) {
        this.process = process;
        output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static Victim start(int port, Map<String, String> properties) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                PayingProcess.class.getName(),
                Integer.toString(port)));
        properties.forEach((name, value) -> command.add("--" + name + "=" + value));
        try {
            var victim = new Victim(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
            victim.awaits("ready");
            return victim;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void tell(String command) {
        try {
            process.getOutputStream().write((command + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String ask(String command) {
        tell(command);
        return awaits("");
    }

    /** The next thing it says that begins so. */
    String awaits(String beginning) {
        try {
            while (true) {
                var line = Objects.requireNonNull(output.readLine(), "the process ended before it said " + beginning);
                if (line.startsWith(PayingProcess.MARK + beginning)) {
                    return line.substring(PayingProcess.MARK.length());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As kill -9 does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
