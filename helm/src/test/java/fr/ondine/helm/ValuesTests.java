package fr.ondine.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code values.yaml} is short, says what each key is, and has none that does nothing. */
class ValuesTests {

    private static final Path VALUES = Chart.FOLDER.resolve("values.yaml");
    private static final int MOST_LINES = 250;

    @TempDir
    private Path folder;

    @Test
    void it_is_read_in_a_few_minutes() throws IOException {
        assertThat(Files.readAllLines(VALUES)).hasSizeLessThan(MOST_LINES);
    }

    @Test
    void each_key_is_told_what_it_is() throws IOException {
        assertThat(untold(Files.readAllLines(VALUES))).isEmpty();
    }

    @Test
    void a_key_that_nobody_explains_would_be_found() {
        assertThat(untold(List.of(
                        "web:", "  # how many", "  replicas: 2", "  more:", "    min: 2", "    # most", "    max: 3")))
                .containsExactly("  more:", "    min: 2");
        assertThat(untold(List.of("settings: {}"))).containsExactly("settings: {}");
    }

    /** Keys without a line above that says what they are; sections need none, nor resources, which are Kubernetes' own. */
    private static List<String> untold(List<String> lines) {
        var untold = new ArrayList<String>();
        var resources = "none";
        for (var number = 0; number < lines.size(); number++) {
            var line = lines.get(number);
            var indent = line.substring(0, line.length() - line.stripLeading().length());
            if (!line.matches(" *[a-z]\\w*:.*") || line.matches("[a-z]\\w*:")) {
                continue;
            }
            if (!line.startsWith(resources + " ")) {
                resources = line.strip().equals("resources:") ? indent : "none";
                if (number == 0 || !lines.get(number - 1).startsWith(indent + "# ")) {
                    untold.add(line);
                }
            }
        }
        return untold;
    }

    /** Some installation sets it to something else, and without that would be another, or would be refused. */
    @Test
    void each_key_changes_what_is_installed() {
        var unused = new ArrayList<>(Yaml.leaves(Yaml.read(VALUES)));
        for (var installation : Chart.installations()) {
            var values = Yaml.read(installation);
            var whole = Chart.render(installation);
            unused.removeIf(key -> Yaml.at(values, key) != null && !whole.equals(without(values, key)));
        }
        assertThat(unused).isEmpty();
    }

    @Test
    void a_key_that_no_template_reads_would_be_found() {
        var values = Yaml.over(Yaml.read(Chart.MINIMAL), Map.of("pod", Map.of("temporary", "2Gi")));
        assertThat(without(values, "pod.temporary"))
                .as("said again as it is by default")
                .isEqualTo(Chart.render(Chart.MINIMAL));
    }

    private String without(Map<String, Object> values, String key) {
        try {
            return Chart.render(Chart.write(Yaml.without(values, key), folder.resolve("values.yaml")));
        } catch (RuntimeException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    @Test
    void the_schema_knows_each_key_and_no_other() {
        var schema = Yaml.read(Chart.FOLDER.resolve("values.schema.json"));
        assertClosed(schema, "");
        for (var key : Yaml.leaves(Yaml.read(VALUES))) {
            assertThat(isKnown(schema, schema, List.of(key.split("\\.", -1))))
                    .as(key)
                    .isTrue();
        }
    }

    private static void assertClosed(Map<String, Object> schema, String path) {
        if (schema.get("properties") instanceof Map<?, ?> properties) {
            if ("object".equals(schema.get("type"))) {
                assertThat(schema.get("additionalProperties")).as(path).isEqualTo(false);
            }
            properties.forEach((name, node) -> assertClosed(Yaml.map(node), path + "/" + name));
        }
        if (schema.get("definitions") instanceof Map<?, ?> definitions) {
            definitions.forEach((name, node) -> assertClosed(Yaml.map(node), "/definitions/" + name));
        }
        if (schema.get("items") instanceof Map<?, ?> items) {
            assertClosed(Yaml.map(items), path + "/items");
        }
    }

    private static boolean isKnown(Map<String, Object> schema, Map<String, Object> root, List<String> path) {
        if (schema.get("$ref") instanceof String reference) {
            var name = reference.substring(reference.lastIndexOf('/') + 1);
            return isKnown(Yaml.map(Yaml.there(root, "definitions." + name)), root, path);
        }
        if (path.isEmpty()) {
            return true;
        }
        var inner = Yaml.at(schema, "properties." + path.getFirst());
        return inner != null && isKnown(Yaml.map(inner), root, path.subList(1, path.size()));
    }
}
