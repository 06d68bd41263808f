package fr.ondine.journeys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The release before this one, built from its sources: the last tag, else the commit before the last change set. */
record PreviousRelease(String commit, String what, Path sources) {

    private static final Path ROOT = Path.of("..");
    private static final String CHANGE_SETS = "migrations/src/main/resources/db/*/0*.sql";

    static PreviousRelease built() throws IOException, InterruptedException {
        var found = found();
        var sources = Path.of("target", "previous", found.commit()).toAbsolutePath();
        var release = new PreviousRelease(found.commit(), found.what(), sources);
        if (!Files.exists(release.jar())) {
            Files.createDirectories(sources);
            var archive = sources.resolveSibling(found.commit() + ".tar");
            run(ROOT, "git", "archive", "--output=" + archive, found.commit());
            run(sources, "tar", "-xf", archive.toString());
            run(sources, "mvn", "--batch-mode", "--quiet", "-DskipTests", "-pl", "tenant-ui", "-am", "package");
        }
        return release;
    }

    private Path jar() {
        return sources.resolve("tenant-ui/target/ondine.jar");
    }

    /** The configuration of a utility as that release has it. */
    String configuration(String slug) throws IOException {
        return Files.readString(sources.resolve("tenant-config/src/main/resources/tenants/" + slug + ".yaml"));
    }

    private record Found(String commit, String what) {}

    private static Found found() throws IOException, InterruptedException {
        var tag = answer("git", "describe", "--tags", "--abbrev=0");
        if (!tag.isEmpty()) {
            return new Found(commit(tag), "the last tag, " + tag);
        }
        if (!answer("git", "status", "--porcelain", "--", CHANGE_SETS).isEmpty()) {
            return new Found(commit("HEAD"), "the last commit: there are change sets that are not committed");
        }
        var changed = answer("git", "log", "-1", "--format=%H", "--", CHANGE_SETS);
        var before = commit(changed + "^");
        return before.isEmpty()
                ? new Found(
                        commit("HEAD"), "the last commit itself: the history of this clone ends before its change sets")
                : new Found(before, "the commit before " + changed + ", the last one with a change set");
    }

    /** Empty when there is no such commit. */
    private static String commit(String name) throws IOException, InterruptedException {
        return answer("git", "rev-parse", "--verify", "--quiet", name + "^{commit}");
    }

    /** Starts it, as it would run beside the new one: with nothing migrated. */
    Process start(Map<String, Object> properties, Path log) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-jar",
                jar().toString()));
        properties.forEach((name, value) -> command.add("--" + name + "=" + value));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private static void run(Path folder, String... command) throws IOException, InterruptedException {
        var log = Path.of("target", "previous", "build.log").toAbsolutePath().toFile();
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        if (builder.start().waitFor() != 0) {
            throw new IllegalStateException(List.of(command) + " failed:\n" + Files.readString(log.toPath()));
        }
    }

    private static String answer(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(ROOT.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return process.waitFor() == 0 ? text : "";
    }
}
