package fr.ondine.image;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.image.Dockerfile.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the instructions of the Dockerfile lay out, in folders. Each stage is made at the same place, as in the image, for the
 * JVM's cache holds for jars where they lay; then it is put aside for those that copy out of it. An instruction that is not
 * known here fails, so that nothing is in the image that was not looked at.
 */
final class LaidOut {

    private static final String JAVA = "opt/java/openjdk";
    private static final String PROGRAMS = "usr/local/bin";

    /** What only a machine's administrator does, and nothing here needs. */
    private static final Set<String> LEFT_OUT = Set.of("apt-get", "rm", "useradd");

    private final Path folder;
    private final Path root;
    private final Map<String, String> given;
    private final Map<String, String> environment = new HashMap<>();
    private String stage = "";
    private String place = "/";
    private List<String> entry = List.of();

    private LaidOut(Path folder, Map<String, String> given) {
        this.folder = folder;
        this.root = folder.resolve("root");
        this.given = given;
    }

    /** The last stage, which is the image. {@code given} are variables of this machine, for what runs meanwhile. */
    static LaidOut of(Dockerfile file, Path folder, Map<String, String> given) throws IOException {
        var image = new LaidOut(folder, given);
        for (var line : file.lines()) {
            image.lay(line);
        }
        return image;
    }

    private void lay(Line line) throws IOException {
        switch (line.word()) {
            case "FROM" -> begin(line.words());
            case "WORKDIR" -> Files.createDirectories(at(place = line.rest()));
            case "ENV" ->
                environment.put(before(line.rest()), inside(after(line.rest())).replace("$PATH", path()));
            case "COPY" -> copy(line.words());
            case "RUN" -> run(line.rest());
            case "USER" -> assertThat(line.rest()).isIn("postgres", "10001:10001");
            case "EXPOSE" -> assertThat(line.rest()).isEqualTo("8080 8081");
            case "ENTRYPOINT" -> entry = List.of(JsonMapper.shared().readValue(line.rest(), String[].class));
            default -> throw new AssertionError(line);
        }
    }

    private static String before(String pair) {
        return pair.substring(0, pair.indexOf('='));
    }

    private static String after(String pair) {
        return pair.substring(pair.indexOf('=') + 1);
    }

    private void begin(List<String> words) throws IOException {
        if (Files.exists(root)) {
            Files.createDirectories(folder.resolve("stages"));
            Files.move(root, folder.resolve("stages").resolve(stage));
        }
        stage = words.size() == 3 ? words.get(2) : "";
        place = "/";
        environment.clear();
        for (var there : List.of("tmp", PROGRAMS)) {
            Files.createDirectories(root.resolve(there));
        }
        if (words.getFirst().equals("postgres:18")) {
            for (var program : List.of("initdb", "pg_ctl")) {
                Files.createSymbolicLink(
                        root.resolve(PROGRAMS).resolve(program),
                        folder.resolve("postgres").resolve(program));
            }
        } else {
            assertThat(words.getFirst())
                    .isIn("jvm", "eclipse-temurin:" + Runtime.version().feature() + "-jre-noble");
            Files.createDirectories(root.resolve(JAVA).getParent());
            Files.createSymbolicLink(root.resolve(JAVA), Path.of(System.getProperty("java.home")));
            environment.put("PATH", root.resolve(JAVA).resolve("bin") + ":" + path());
        }
    }

    /** As {@code COPY} has it: of a folder all that is in it. */
    private void copy(List<String> words) throws IOException {
        var from = words.getFirst().startsWith("--from=");
        var there = from ? folder.resolve("stages").resolve(after(words.getFirst())) : Dockerfile.HERE;
        var source = there.resolve(words.get(from ? 1 : 0).replaceFirst("^/", ""));
        var target = at(words.getLast());
        var isFolder = Files.isDirectory(source, LinkOption.NOFOLLOW_LINKS);
        Files.createDirectories(words.getLast().matches("\\.?/?") ? target : target.getParent());
        shell("cp -a '%s%s' '%s'".formatted(source, isFolder ? "/." : "", target));
    }

    private void run(String commands) {
        for (var command : commands.split("&&")) {
            if (!LEFT_OUT.contains(command.strip().split("\\s+")[0])) {
                shell(inside(command.strip().replaceFirst("-o 10001 -g 10001 ", "")));
            }
        }
    }

    /** The paths of an image as they are here. */
    private String inside(String words) {
        return words.replaceAll("(?<![\\w./])/(?=(tmp|opt|var|usr)/)", root + "/");
    }

    private Path at(String path) {
        var in = path.startsWith("/") ? path : place + "/" + path;
        return root.resolve(in.replaceFirst("^/+", "")).normalize();
    }

    private String path() {
        return environment.getOrDefault("PATH", root.resolve(PROGRAMS) + ":/usr/bin:/bin");
    }

    private void shell(String command) {
        try {
            var log = folder.resolve("build.log").toFile();
            var shell = process("bash", "-eu", "-c", command)
                    .directory(at(".").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log);
            shell.environment().putAll(given);
            assertThat(shell.start().waitFor())
                    .as(() -> command + "\n" + read(log.toPath()))
                    .isZero();
        } catch (IOException | InterruptedException impossible) {
            throw new IllegalStateException(command, impossible);
        }
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    /** What the image starts, with those words after it. */
    ProcessBuilder start(String... words) {
        var program = root.resolve(PROGRAMS).resolve(entry.getFirst()).toString();
        return process(Stream.concat(Stream.of(program), Stream.of(words)).toArray(String[]::new))
                .directory(at(".").toFile());
    }

    private ProcessBuilder process(String... words) {
        var process = new ProcessBuilder(words);
        process.environment().clear();
        process.environment().put("PATH", path());
        process.environment().putAll(environment);
        return process;
    }
}
