package fr.ondine.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus makes of the alerts, by its own program. */
@Tag("long") // promtool is not on every machine: ./ondine test --long installs it
class AlertRulesTests {

    private static final Path EXAMPLES = Path.of("src/test/resources/alerts.yaml");
    private static final String INSTALLATION = "namespace=\"portals\",app_kubernetes_io_instance=\"ondine\"";

    @TempDir
    private Path folder;

    @BeforeEach
    void the_rules_as_the_chart_makes_them() throws IOException {
        var spec = Yaml.map(Objects.requireNonNull(
                Yaml.at(Chart.manifests(Chart.LARGE).get("PrometheusRule", "ondine-alerts"), "spec")));
        Chart.write(spec, folder.resolve("rules.yaml"));
        Files.writeString(
                folder.resolve("examples.yaml"), Files.readString(EXAMPLES).replace("INSTALLATION", INSTALLATION));
    }

    @Test
    void it_reads_all_of_them() throws Exception {
        assertThat(promtool("check", "rules", "rules.yaml")).contains("SUCCESS: " + rules().size() + " rules found");
    }

    @Test
    void somebody_is_told_what_they_should_be_and_nothing_else() throws Exception {
        assertThat(promtool("test", "rules", "examples.yaml")).contains("SUCCESS");
    }

    @Test
    void each_alert_has_an_example_in_which_somebody_is_told() {
        var told = Yaml.maps(Yaml.read(folder.resolve("examples.yaml")).get("tests")).stream()
                .flatMap(test -> Yaml.maps(test.get("alert_rule_test")).stream())
                .filter(example -> example.containsKey("exp_alerts"))
                .map(example -> String.valueOf(example.get("alertname")))
                .distinct();
        assertThat(told).containsExactlyInAnyOrderElementsOf(rules());
    }

    private List<String> rules() {
        return Yaml.maps(Yaml.read(folder.resolve("rules.yaml")).get("groups")).stream()
                .flatMap(group -> Yaml.maps(group.get("rules")).stream())
                .map(rule -> String.valueOf(rule.get("alert")))
                .toList();
    }

    private String promtool(String... words) throws IOException, InterruptedException {
        var program = Objects.requireNonNullElse(System.getenv("ONDINE_PROMTOOL"), "promtool");
        var process = new ProcessBuilder(new ArrayList<>(List.of(program)))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        process.command().addAll(List.of(words));
        var started = process.start();
        var said = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(started.waitFor()).as(said).isZero();
        return said;
    }
}
