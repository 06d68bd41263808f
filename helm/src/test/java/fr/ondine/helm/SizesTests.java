package fr.ondine.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the handbook says a pod holds fits in the limits that {@code values.yaml} gives it. */
class SizesTests {

    private static final double MIB = 1024 * 1024 / 1e6;

    private static final Map<String, Object> VALUES = Yaml.read(Chart.FOLDER.resolve("values.yaml"));
    private static final String PAGE = Chart.read(Handbook.FILE).replace('\n', ' ');

    private static final MatchResult AT_REST = said("a process holds (\\d+) MB, (\\d+) of them heap");
    private static final double REST = Double.parseDouble(AT_REST.group(1));
    private static final double HEAP_AT_REST = Double.parseDouble(AT_REST.group(2));
    private static final double EACH =
            Double.parseDouble(said("holds (\\d+) kB of heap more").group(1)) / 1000;

    @Test
    void a_pod_of_the_web_holds_as_many_people_as_it_is_said_to() {
        var pods = said("(\\d+) pods of (\\d+) GiB, which hold ([\\d,]+) people who are signed in each");
        var people = Integer.parseInt(pods.group(3).replace(",", ""));

        assertThat(Yaml.at(VALUES, "web.replicas")).isEqualTo(Integer.valueOf(pods.group(1)));
        assertThat(megabytes("web")).isEqualTo(Integer.parseInt(pods.group(2)) * 1024 * MIB);
        assertThat((heap("web") - HEAP_AT_REST) / EACH).isBetween(people * 1.0, people * 1.15);
    }

    @Test
    void a_heap_that_is_full_is_within_the_limit() {
        for (var kind : new String[] {"web", "worker"}) {
            assertThat(REST - HEAP_AT_REST + heap(kind)).as(kind).isLessThan(megabytes(kind));
        }
    }

    /** It is a JVM of its own: what it has beside its heap is no more than what a process has that serves. */
    @Test
    void beside_a_worker_whose_heap_is_full_there_is_room_for_a_command() {
        var heap = Double.parseDouble(
                        said("with (\\d+) MB of heap inside the same limit").group(1))
                * MIB;
        assertThat(Chart.read(Chart.FOLDER.resolveSibling("image/ondine"))).contains("-Xmx256m");
        assertThat(megabytes("worker") - (REST - HEAP_AT_REST) - heap("worker")).isGreaterThan(heap * 1.5);
    }

    /** A pod that ends keeps its connections for as long as it may take to end. */
    @Test
    void the_connections_that_it_asks_postgres_for_are_those_that_processes_open() {
        var most = Integer.parseInt(said("`max_connections` of (\\d+)").group(1));
        var each = said("\\(2 × pods of both kinds × \\((\\d+) \\+ (\\d+)\\)\\) \\+ (\\d+)");
        var registry = Integer.parseInt(each.group(2));
        var owner = 10;
        assertThat(source("RegistryReader")).contains("pool.setMaximumPoolSize(" + registry + ")");
        assertThat(source("OwnerConnections")).contains("MOST = " + owner + ";");
        var one = (Integer) Yaml.there(VALUES, "postgres.connections");
        assertThat(each.group(1)).isEqualTo(String.valueOf(one));
        assertThat(Integer.parseInt(each.group(3)))
                .as("who has the owner's, and a command's")
                .isGreaterThanOrEqualTo(owner + one + registry + owner);
        var pods = (Integer) Yaml.there(VALUES, "web.replicas") + (Integer) Yaml.there(VALUES, "worker.replicas");
        assertThat(2 * pods * (one + registry) + Integer.parseInt(each.group(3)))
                .isLessThan(most)
                .isGreaterThan(100);
    }

    private static String source(String type) {
        return Chart.read(
                Chart.FOLDER.resolveSibling("platform/src/main/java/fr/ondine/platform/tenancy/" + type + ".java"));
    }

    @Test
    void what_else_it_says_of_the_values_is_so() {
        var worker = said("(\\d+) pod of ([\\d.]+) GiB, (\\d+) jobs at once");
        assertThat(Yaml.at(VALUES, "worker.replicas")).isEqualTo(Integer.valueOf(worker.group(1)));
        assertThat(megabytes("worker")).isEqualTo(Double.parseDouble(worker.group(2)) * 1024 * MIB);
        assertThat(Yaml.at(VALUES, "worker.threads")).isEqualTo(Integer.valueOf(worker.group(3)));
        assertThat(Yaml.at(VALUES, "postgres.connections"))
                .isEqualTo(Integer.valueOf(
                        said("`postgres\\.connections` \\((\\d+)\\)").group(1)));
        assertThat(Yaml.at(VALUES, "web.autoscaling.cpu"))
                .isEqualTo(Integer.valueOf(said("CPU above (\\d+) %").group(1)));
        for (var step : new String[] {"leave", "requests", "jobs"}) {
            assertThat(Yaml.at(VALUES, "stop." + step))
                    .isEqualTo(Integer.valueOf(
                            said("\\((\\d+) s, `stop\\." + step + "`").group(1)));
        }
    }

    private static double megabytes(String kind) {
        var limit = String.valueOf(Yaml.there(VALUES, kind + ".resources.limits.memory"));
        var isGibi = limit.endsWith("Gi");
        return Integer.parseInt(limit.substring(0, limit.length() - 2)) * (isGibi ? 1024 : 1) * MIB;
    }

    private static double heap(String kind) {
        var share = Pattern.compile("MaxRAMPercentage=(\\d+)")
                .matcher(String.valueOf(Yaml.at(VALUES, kind + ".javaOptions")));
        assertThat(share.find()).isTrue();
        return megabytes(kind) * Integer.parseInt(share.group(1)) / 100;
    }

    private static MatchResult said(String what) {
        return Pattern.compile(what).matcher(PAGE).results().findFirst().orElseThrow(() -> new AssertionError(what));
    }
}
