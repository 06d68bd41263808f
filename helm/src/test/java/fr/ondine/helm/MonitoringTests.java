package fr.ondine.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Alerts and dashboards: there when they are asked for, of this installation alone, and each explained. */
class MonitoringTests {

    private static final Manifests MINIMAL = Chart.manifests(Chart.MINIMAL);
    private static final Manifests LARGE = Chart.manifests(Chart.LARGE);

    @Test
    void nothing_of_them_is_there_unless_it_is_asked_for() {
        assertThat(MINIMAL.names())
                .noneMatch(name -> name.startsWith("PrometheusRule/") || name.startsWith("ConfigMap/"));
        assertThat(MINIMAL.settings("ondine-web"))
                .doesNotContainKey("management.opentelemetry.tracing.export.otlp.endpoint");
    }

    @Test
    void prometheus_takes_the_alerts_by_the_labels_by_which_it_takes_the_measures() {
        var rule = LARGE.get("PrometheusRule", "ondine-alerts");
        assertThat(Yaml.map(Yaml.there(rule, "metadata.labels"))).containsEntry("release", "prometheus");
        assertThat(alerts()).hasSizeGreaterThan(10);
    }

    @Test
    void an_alert_is_of_this_installation_alone() {
        assertThat(alerts())
                .extracting(alert -> String.valueOf(alert.get("expr")))
                .allSatisfy(expression -> assertThat(expression.replaceAll(
                                "namespace=\"portals\",app_kubernetes_io_instance=\"ondine\"", ""))
                        .doesNotContain("INSTALLATION", "namespace=")
                        .isNotEqualTo(expression)
                        .satisfies(rest -> assertThat(count(expression, "app_kubernetes_io_instance="))
                                .as("each measure in it")
                                .isEqualTo(count(expression, "{"))));
    }

    private static long count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1L;
    }

    @Test
    void each_alert_is_explained_in_the_handbook_and_the_handbook_explains_no_other() {
        var handbook = Chart.read(Handbook.FILE);
        var names = alerts().stream()
                .map(alert -> String.valueOf(alert.get("alert")))
                .toList();
        assertThat(handbook.lines()
                        .filter(line -> line.startsWith("### Ondine"))
                        .map(line -> line.substring(4)))
                .containsExactlyElementsOf(names);
        assertThat(alerts()).allSatisfy(alert -> {
            assertThat(Yaml.at(alert, "annotations.runbook"))
                    .isEqualTo("docs/operating.md#"
                            + String.valueOf(alert.get("alert")).toLowerCase());
            assertThat(Yaml.at(alert, "labels.severity")).isIn("warning", "critical");
            assertThat(Yaml.at(alert, "annotations.summary")).asString().isNotBlank();
        });
    }

    @Test
    void a_dashboard_is_found_by_its_label_and_is_what_grafana_reads() {
        for (var name : List.of("platform", "utility")) {
            var dashboard = LARGE.get("ConfigMap", "ondine-dashboard-" + name);
            assertThat(Yaml.map(Yaml.there(dashboard, "metadata.labels")))
                    .containsEntry("exploitant.fr/dashboard", "1");
            var board = board(name);
            assertThat(board.get("uid")).isEqualTo(name.equals("platform") ? "ondine-fleet" : "ondine-utility");
            assertThat(Yaml.maps(board.get("panels")))
                    .hasSizeGreaterThan(4)
                    .allSatisfy(panel -> assertThat(Yaml.maps(panel.get("targets")))
                            .allSatisfy(MonitoringTests::isOfOneInstallation));
        }
    }

    private static void isOfOneInstallation(Map<String, Object> target) {
        var expression = String.valueOf(target.get("expr"));
        assertThat(count(expression, "{namespace=\"$namespace\",app_kubernetes_io_instance=\"$installation\""))
                .as(expression)
                .isPositive()
                .isEqualTo(count(expression, "{"));
    }

    @Test
    void the_platform_shows_how_soon_each_utility_is_answered_and_a_utility_whether_it_is_migrated() {
        assertThat(expressions("platform"))
                .anyMatch(each -> each.contains("by (utility) (rate(ondine_requests_seconds_sum"))
                .anyMatch(each -> each.contains("by (utility) (rate(ondine_requests_seconds_bucket"));
        assertThat(expressions("utility")).anyMatch(each -> each.contains("ondine_utilities_unserved"));
    }

    private static List<String> expressions(String board) {
        return Yaml.maps(board(board).get("panels")).stream()
                .flatMap(panel -> Yaml.maps(panel.get("targets")).stream())
                .map(target -> String.valueOf(target.get("expr")))
                .toList();
    }

    private static Map<String, Object> board(String name) {
        var content = Yaml.map(Yaml.there(LARGE.get("ConfigMap", "ondine-dashboard-" + name), "data"));
        return Yaml.map(Objects.requireNonNull(Yaml.load(String.valueOf(content.get("ondine-" + name + ".json")))));
    }

    @Test
    void lines_are_json_where_processes_serve_and_traces_go_where_they_are_sent() {
        assertThat(format(MINIMAL, "ondine-web")).isEqualTo("ecs");
        assertThat(format(LARGE, "ondine-worker")).isEqualTo("logstash");
        assertThat(format(LARGE, "ondine-migration")).isNull();
        assertThat(LARGE.settings("ondine-worker"))
                .containsEntry(
                        "management.opentelemetry.tracing.export.otlp.endpoint",
                        "http://collector.monitoring:4318/v1/traces")
                .containsEntry("management.tracing.sampling.probability", 0.5);
    }

    /** Spring Boot's own name for both: service.name of a trace's resource, and of a line as ecs. */
    @Test
    void a_trace_and_a_line_tell_whether_they_are_of_the_web_or_of_a_worker() {
        for (var role : List.of("web", "worker")) {
            assertThat(LARGE.settings("ondine-" + role)).containsEntry("spring.application.name", "ondine-" + role);
        }
    }

    private static @Nullable Object format(Manifests manifests, String pod) {
        return Yaml.maps(Manifests.container(manifests.pod(pod)).get("env")).stream()
                .filter(variable -> "LOGGING_STRUCTURED_FORMAT_CONSOLE".equals(variable.get("name")))
                .map(variable -> variable.get("value"))
                .findFirst()
                .orElse(null);
    }

    private static List<Map<String, Object>> alerts() {
        var groups = Yaml.maps(Yaml.at(LARGE.get("PrometheusRule", "ondine-alerts"), "spec.groups"));
        return groups.stream()
                .flatMap(group -> Yaml.maps(group.get("rules")).stream())
                .toList();
    }
}
