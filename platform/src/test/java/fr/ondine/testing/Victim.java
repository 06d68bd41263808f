package fr.ondine.testing;

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

/** A process that is there to be killed, seen from outside: it takes commands line by line, and answers. */
public final class Victim implements AutoCloseable {

    private static final String MARK = "> ";

    private final Process process;
    private final BufferedReader output;

    private Victim(Process process) {
        this.process = process;
        output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Runs a main class, whose arguments are one of its own and Spring's properties, until it is ready. */
    public static Victim start(Class<?> main, String argument, Map<String, String> properties) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                argument));
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

    /** What such a process says, so that it is told from what is logged. */
    public static void say(String line) {
        System.out.println(MARK + line);
    }

    public void tell(String command) {
        try {
            process.getOutputStream().write((command + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String ask(String command) {
        tell(command);
        return awaits("");
    }

    /** The next thing it says that begins so. */
    public String awaits(String beginning) {
        try {
            while (true) {
                var line = Objects.requireNonNull(output.readLine(), "the process ended before it said " + beginning);
                if (line.startsWith(MARK + beginning)) {
                    return line.substring(MARK.length());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As kill -9 does. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
