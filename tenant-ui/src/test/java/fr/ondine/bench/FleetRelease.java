package fr.ondine.bench;

import fr.ondine.migrations.FleetPlan;
import fr.ondine.migrations.OndineDatabase;
import fr.ondine.testing.services.Services;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A later release with one change set more, in a JVM of its own that finds its changelog before today's. */
final class FleetRelease {

    private static final String CHANGELOG = "db/tenant/changelog.yaml";
    private static final String RESULT = "result ";

    private FleetRelease() {}

    /** Seconds that the whole fleet took: the migrator, and the same by bare JDBC. */
    record Figures(double ours, double floor) {}

    /** The release that comes as number {@code release} after today's is brought to all utilities. */
    static Figures reaches(FleetPlatform platform, int release) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var database = platform.database();
        var process = new ProcessBuilder(
                        java,
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-Dliquibase.duplicateFileMode=WARN",
                        "-cp",
                        changelog(platform.folder(), release)
                                + File.pathSeparator
                                + System.getProperty("java.class.path"),
                        FleetRelease.class.getName(),
                        database.url(),
                        database.ownerUsername(),
                        database.ownerPassword(),
                        "" + release)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = process.inputReader(StandardCharsets.UTF_8)) {
            var line = output.lines().filter(text -> text.startsWith(RESULT)).findFirst();
            process.waitFor();
            var seconds = Arrays.stream(
                            line.orElseThrow().substring(RESULT.length()).split(" ", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            return new Figures(seconds[0], seconds[1]);
        }
    }

    private static Path changelog(Path folder, int releases) throws IOException {
        var root = folder.resolve("release-" + releases);
        Files.createDirectories(root.resolve("db/tenant"));
        var changelog = new StringBuilder(resource(CHANGELOG));
        for (var release = 1; release <= releases; release++) {
            var file = "db/tenant/9%03d-bench.sql".formatted(release);
            changelog.append("  - include: { file: %s }\n".formatted(file));
            Files.writeString(root.resolve(file), changeSet(name(release)));
        }
        Files.writeString(root.resolve(CHANGELOG), changelog);
        return root;
    }

    private static String changeSet(String name) {
        return """
                --liquibase formatted sql

                --changeset ondine:%1$s
                alter table agreement add column %1$s text not null default '';
                create index %1$s_index on agreement (%1$s);
                """.formatted(name);
    }

    static String resource(String path) {
        try (var text = OndineDatabase.class.getClassLoader().getResourceAsStream(path)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(int release) {
        return "later_" + release;
    }

    public static void main(String[] arguments) throws Exception {
        var release = Integer.parseInt(arguments[3]);
        var owner = FleetPlatform.owner(new Services.Database(arguments[0], arguments[1], arguments[2], ""));
        var plan = new OndineDatabase(owner).plan();
        var slugs = plan.steps().stream().map(FleetPlan.Step::slug).toList();
        var floor = FleetFloor.of(plan, owner).renamed(name(release), "floor_" + release);
        var isFloorFirst = release % 2 == 0;
        var before = isFloorFirst ? floor(floor, slugs, release) : 0;
        var ours = Seconds.of(() -> migrate(new OndineDatabase(owner)));
        var after = isFloorFirst ? before : floor(floor, slugs, release);
        System.out.println(String.format(Locale.ROOT, RESULT + "%.3f %.3f", ours, after));
        System.exit(0);
    }

    private static void migrate(OndineDatabase database) {
        var failures = database.migrateAll().failures();
        if (!failures.isEmpty()) {
            throw new IllegalStateException(failures.getFirst().toString());
        }
    }

    /** Takes the time of the floor, then takes back what it did, since no changelog knows of it. */
    private static double floor(FleetFloor floor, List<String> slugs, int release) throws Exception {
        var seconds = Seconds.of(() -> floor.migrate(slugs));
        floor.each(slugs, """
                alter table agreement drop column floor_%1$d;
                delete from databasechangelog where id = 'floor_%1$d'""".formatted(release));
        return seconds;
    }
}
