package fr.ondine.helm;

import com.google.gson.Gson;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The chart in this folder, as {@code helm} sees it. */
final class Chart {

    static final Path FOLDER = Path.of("").toAbsolutePath();
    static final Path MINIMAL = FOLDER.resolve("ci/minimal.yaml");
    static final Path LARGE = FOLDER.resolve("ci/large.yaml");
    static final Path OBJECT_STORAGE = FOLDER.resolve("ci/object-storage.yaml");
    static final Path OWN_DOMAINS = FOLDER.resolve("ci/own-domains.yaml");

    /** The oldest that the chart is for. */
    static final String KUBERNETES = "1.30.0";

    /** How a hook is marked in what {@link #render} prints. */
    static final String HOOK = "ondine.fr/hook";

    private Chart() {}

    /** What {@code helm template ondine . --namespace portals -f …} prints. */
    static String render(Path... values) {
        return renderAt(WithoutHooks.COPY, values);
    }

    static String renderAt(Path chart, Path... values) {
        return render("ondine", chart, values);
    }

    private static String render(String release, Path chart, Path... values) {
        var command = new Helm(chart)
                .template()
                .withName(release)
                .withNamespace("portals")
                .withKubeVersion(KUBERNETES);
        for (var file : values) {
            command.withValuesFile(file);
        }
        return command.call();
    }

    static Manifests manifests(Path... values) {
        return manifests("ondine", values);
    }

    static Manifests manifests(String release, Path... values) {
        return new Manifests(Yaml.all(render(release, WithoutHooks.COPY, values)));
    }

    /** {@code helm lint --strict} with these values: of a copy that has them as its own. */
    static LintResult lint(Path values, Path copy) {
        copyTo(copy);
        var merged = Yaml.over(Yaml.read(FOLDER.resolve("values.yaml")), Yaml.read(values));
        write(merged, copy.resolve("values.yaml"));
        return new Helm(copy).lint().strict().call();
    }

    static void copyTo(Path copy) {
        for (var file : files(FOLDER.resolve("templates"))) {
            write(read(file), copy.resolve(FOLDER.relativize(file)));
        }
        for (var file : files(FOLDER.resolve("monitoring"))) {
            write(read(file), copy.resolve(FOLDER.relativize(file)));
        }
        for (var name : List.of("Chart.yaml", "values.yaml", "values.schema.json")) {
            write(read(FOLDER.resolve(name)), copy.resolve(name));
        }
    }

    /** What the library prints has no hooks: in this copy they are none. */
    private static final class WithoutHooks {

        static final String HELMS = "helm.sh/hook";
        static final Path COPY = FOLDER.resolve("target/without-hooks");

        static {
            copyTo(COPY);
            for (var file : files(COPY.resolve("templates"))) {
                write(read(file).replace(HELMS, HOOK), file);
            }
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path write(Map<String, Object> values, Path file) {
        return write(new Gson().toJson(values), file); // JSON is YAML
    }

    private static Path write(String text, Path file) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> installations() {
        return files(FOLDER.resolve("ci")).stream()
                .filter(file -> file.getParent().endsWith("ci"))
                .toList();
    }

    static List<Path> refused() {
        return files(FOLDER.resolve("ci/refused"));
    }

    static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
