package fr.ondine.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A values file for each rule; its first line is the reason for which it must be refused. */
class RefusedValuesTests {

    private static final Pattern RULE = Pattern.compile("fail \\(?(?:printf )?\"([^\"%]*)");
    private static final String BY_THE_SCHEMA = "at '";

    /** That it is a map: what is none is no values file, which Helm says itself. */
    private static final String OF_HELM = "#/type";

    private static final Schema SCHEMA = Schema.ofTheChart();

    @ParameterizedTest
    @MethodSource("fr.ondine.helm.Chart#refused")
    void what_breaks_a_rule_is_refused_with_its_reason(Path values) {
        assertThat(refusal(Chart.MINIMAL, values)).contains(reason(values));
        assertThat(SCHEMA.accepts(whole(values)))
                .as("by the schema, as this test reads it")
                .isNotEqualTo(reason(values).startsWith(BY_THE_SCHEMA));
    }

    @ParameterizedTest
    @MethodSource("fr.ondine.helm.Chart#installations")
    void what_breaks_none_is_accepted(Path values) {
        assertThat(SCHEMA.accepts(Yaml.over(Yaml.read(Chart.FOLDER.resolve("values.yaml")), Yaml.read(values))))
                .isTrue();
    }

    @Test
    void each_rule_about_two_values_has_one() {
        for (var template : Chart.files(Chart.FOLDER.resolve("templates"))) {
            var rules = RULE.matcher(Chart.read(template));
            while (rules.find()) {
                var rule = rules.group(1);
                assertThat(reasons()).as(rule).anyMatch(reason -> rule.startsWith(reason) || reason.startsWith(rule));
            }
        }
    }

    /** Were the rule not there, nothing would be wrong with that file. */
    @Test
    void each_rule_of_the_schema_has_one_that_it_alone_refuses() {
        assertThat(SCHEMA.rules()).hasSizeGreaterThan(200).contains(OF_HELM);
        assertThat(unbroken(SCHEMA)).containsExactly(OF_HELM);
    }

    @Test
    void a_rule_that_no_file_breaks_would_be_found() {
        var more = Map.of(
                "web",
                Map.of("minProperties", 1),
                "smtp",
                Map.of("properties", Map.of("host", Map.of("minLength", 1))));
        assertThat(unbroken(new Schema(Yaml.over(SCHEMA.root(), Map.of("properties", more)))))
                .as("an empty host breaks its pattern too")
                .contains(
                        "#/properties/web/minProperties",
                        "#/properties/smtp/properties/host/minLength",
                        "#/properties/smtp/properties/host/pattern");
    }

    @Test
    @Tag("long")
    void helm_finds_nothing_wrong_with_such_a_file_either(@TempDir Path folder) {
        Chart.copyTo(folder);
        for (var rule : SCHEMA.rules()) {
            Chart.write(SCHEMA.without(rule).root(), folder.resolve("values.schema.json"));
            for (var values : alone(SCHEMA, rule)) {
                assertThat(String.valueOf(catchThrowable(() -> Chart.renderAt(folder, Chart.MINIMAL, values))))
                        .as("%s without %s", values.getFileName(), rule)
                        .doesNotContain(BY_THE_SCHEMA);
            }
        }
    }

    /** By its name alone: the chart does not know the types of settings. */
    @Test
    void each_duration_among_settings_is_known_for_one(@TempDir Path folder) {
        var help = Chart.read(Chart.FOLDER.resolveSibling("tenant-ui/src/main/resources/fr/ondine/ui/help.txt"));
        var names = Pattern.compile("((?:ondine|spring)\\.[a-z.-]+) +\\d+(?:ms|s|m|h|d)\\b")
                .matcher(help)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !name.equals("ondine.jobs.patience") && !name.startsWith("spring."))
                .toList();
        assertThat(names)
                .hasSizeGreaterThan(30)
                .allSatisfy(name -> assertThat(refusal(
                                Chart.MINIMAL,
                                Chart.write(Map.of("settings", Map.of(name, 30)), folder.resolve("values.yaml"))))
                        .contains("a duration without its unit: " + name));
        for (var other : List.of("ondine.jobs.poll=1s", "ondine.scan.port=3311", "ondine.identity.parallel-hashes=4")) {
            var setting = other.split("=", 2);
            assertThat(refusal(
                            Chart.MINIMAL,
                            Chart.write(
                                    Map.of("settings", Map.of(setting[0], setting[1])), folder.resolve("values.yaml"))))
                    .isEqualTo("null");
        }
    }

    @Test
    void a_reason_is_that_of_one_file() {
        assertThat(reasons())
                .doesNotHaveDuplicates()
                .allSatisfy(reason -> assertThat(reasons())
                        .filteredOn(other -> other.contains(reason))
                        .as(reason)
                        .hasSize(1));
        assertThat(reasons())
                .as("a place, or two words at least")
                .allMatch(reason -> reason.startsWith(BY_THE_SCHEMA) || reason.contains(": "));
    }

    private static List<String> unbroken(Schema schema) {
        var broken = Chart.refused().stream()
                .map(values -> schema.breaks(whole(values)))
                .filter(faults -> !faults.isEmpty())
                .flatMap(faults -> inAll(faults).stream())
                .collect(Collectors.toSet());
        return schema.rules().stream().filter(rule -> !broken.contains(rule)).toList();
    }

    private static List<Path> alone(Schema schema, String rule) {
        return Chart.refused().stream()
                .filter(values -> inAll(schema.breaks(whole(values))).contains(rule))
                .toList();
    }

    private static Set<String> inAll(List<Set<String>> faults) {
        return faults.stream()
                .reduce((one, other) -> one.stream().filter(other::contains).collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    private static Map<String, Object> whole(Path values) {
        return Stream.of(Chart.FOLDER.resolve("values.yaml"), Chart.MINIMAL, values)
                .map(Yaml::read)
                .reduce(Yaml::over)
                .orElseThrow();
    }

    private static String refusal(Path... values) {
        return String.valueOf(catchThrowable(() -> Chart.render(values)));
    }

    private static List<String> reasons() {
        return Chart.refused().stream().map(RefusedValuesTests::reason).toList();
    }

    private static String reason(Path values) {
        return Chart.read(values).lines().findFirst().orElseThrow().substring("# ".length());
    }
}
