package fr.ondine.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where an operator types: the handbook's commands as they stand there. {@code ondine} is the image's own program on the
 * classes of the production jar; in place of a cluster there is one pod, a folder of this machine.
 */
final class OperatorShell {

    private static final long PATIENCE_MINUTES = 10;

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> typed = new HashSet<>();

    private OperatorShell(Path folder) {
        this.folder = folder;
    }

    static OperatorShell in(Path folder) throws IOException {
        var shell = new OperatorShell(folder);
        for (var place : List.of("here", "bin", "image", "pod/tmp", "pod/run/secrets/ondine", "pod/var/lib/ondine")) {
            Files.createDirectories(folder.resolve(place));
        }
        for (var stub : List.of("kubectl", "helm", "psql", "pg_ctl", "redis-cli")) {
            try (var text = Objects.requireNonNull(OperatorShell.class.getResourceAsStream(stub))) {
                Files.copy(text, folder.resolve("bin").resolve(stub));
            }
            assertThat(folder.resolve("bin").resolve(stub).toFile().setExecutable(true))
                    .isTrue();
        }
        var program = Path.of("../image/ondine");
        Files.copy(program, folder.resolve("image/ondine"), StandardCopyOption.COPY_ATTRIBUTES);
        jar(folder.resolve("image/ondine.jar"));
        Files.createSymbolicLink(folder.resolve("here/ondine.jar"), folder.resolve("image/ondine.jar"));
        var paths = Stream.of(
                folder.resolve("bin").toString(),
                folder.resolve("image").toString(),
                Path.of(System.getProperty("java.home"), "bin").toString(),
                Objects.requireNonNull(System.getenv("PATH")));
        shell.tell("PATH", paths.collect(Collectors.joining(":")));
        shell.tell("LC_ALL", "C.UTF-8");
        shell.tell("POD", folder.resolve("pod").toString());
        shell.tell("PSQL", Path.of("target", "test-classes").toAbsolutePath() + ":" + classPath());
        return shell;
    }

    /** Begins as the production jar does, on the same classes. */
    private static void jar(Path file) throws IOException {
        var manifest = new Manifest();
        var main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.put(Attributes.Name.MAIN_CLASS, "fr.ondine.ui.OndineApplication");
        main.put(
                Attributes.Name.CLASS_PATH,
                Stream.of(classPath().split(":", -1))
                        .map(path -> Path.of(path).toUri().toString())
                        .collect(Collectors.joining(" ")));
        new JarOutputStream(Files.newOutputStream(file), manifest).close();
    }

    private static String classPath() throws IOException {
        return Path.of("target", "classes").toAbsolutePath() + ":"
                + Files.readString(Path.of("target", "production.classpath"));
    }

    void tell(String variable, String value) {
        environment.put(variable, value);
    }

    /** What the handbook calls by that name is called otherwise here. */
    void call(String name, String here) {
        names.put(name, here);
    }

    /** Where the operator is. */
    Path here() {
        return folder.resolve("here");
    }

    /** The pod's folder of that name. */
    Path pod(String path) {
        return folder.resolve("pod").resolve(path);
    }

    /** Every line so far, as the handbook has it. */
    Set<String> typed() {
        return typed;
    }

    /** What the commands printed, all of which went well. */
    String type(String commands) {
        return typed(commands, 0);
    }

    /** What the last of them said, which refused. */
    String refuses(String commands) {
        return typed(commands, 1);
    }

    private String typed(String commands, int exit) {
        commands.lines().forEach(typed::add);
        var here = commands;
        for (var name : names.entrySet()) {
            here = here.replace(name.getKey(), name.getValue());
        }
        var log = folder.resolve("log");
        try {
            var builder = new ProcessBuilder("bash", "-eu", "-c", here)
                    .directory(here().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            var shell = builder.start();
            var isOver = shell.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
            var said = Files.readString(log);
            assertThat(isOver).as(here + said).isTrue();
            assertThat(shell.exitValue()).as(here + said).isEqualTo(exit);
            return said;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
