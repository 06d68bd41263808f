package fr.ondine.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.ondine.platform.audit.WatchedLimits;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.payments.PaymentFailed;
import fr.ondine.platform.payments.PaymentId;
import fr.ondine.platform.tenancy.RateLimit;
import fr.ondine.platform.tenancy.StoppedAttempts;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantJob;
import fr.ondine.testing.Rows;
import fr.ondine.testing.Utilities;
import fr.ondine.testing.services.Services;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** The alerts and dashboards of the chart speak of measures that a process that runs really has, with those labels. */
@PortalTest
class ExposedMeasuresTests {

    private static final Path SHIPPED = Path.of("../helm/monitoring");

    private static final Pattern SELECTOR = Pattern.compile("([a-z_]+)\\{([^}]*)}");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"([^\"]*)\"");
    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-z_]+)(?:\\{(.*)})? \\S+$");
    private static final Pattern GROUPING = Pattern.compile("\\bby \\(([a-z_, ]+)\\)");

    /** What Prometheus adds to each by itself, and its own measure. */
    private static final Set<String> OF_PROMETHEUS =
            Set.of("namespace", "pod", "app_kubernetes_io_instance", "app_kubernetes_io_component");

    private static final Set<String> WORDS = Set.of(
            "sum",
            "max",
            "min_over_time",
            "topk",
            "bottomk",
            "rate",
            "increase",
            "absent",
            "vector",
            "and",
            "or",
            "unless",
            "offset");

    @LocalServerPort
    int port;

    @Autowired
    PrometheusMeterRegistry registry;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    WatchedLimits watched;

    @Autowired
    StoppedAttempts stopped;

    @Autowired
    List<TenantJob> jobs;

    @BeforeEach
    void everything_happens_that_an_alert_is_about() {
        new RawHttp(port).get("siegvo.localhost", "/connexion");
        TenantContext.runAs(Utilities.SIEGVO, () -> transaction.executeWithoutResult(status -> aPaymentFails()));
        TenantContext.runAs(
                Utilities.SIEGVO,
                () -> watched.tell("sign-in.limited", RateLimit.ofAll("sign-in-all", 3000, Duration.ofMinutes(15))));
        stopped.countAtConsole(new RateLimit("code", "somebody", 5, Duration.ofMinutes(15)));
        platform("insert into platform.tenant (slug, state, name) values ('kaputt', 'FAILED', 'Kaputt')");
        for (var failures : List.of(0, 3)) {
            platform("insert into platform.scheduled_tasks (task_name, task_instance, execution_time, picked,"
                    + " consecutive_failures, version) values ('work-of-nobody', 'siegvo/" + UUID.randomUUID()
                    + "/0', now() - interval '1 hour', false, " + failures + ", 1)");
        }
    }

    private void aPaymentFails() {
        var rows = new Rows(database);
        var agreement = rows.agreement();
        var invoice = rows.invoice(agreement, Money.euros("10.00"), Money.euros("1.00"));
        events.publishEvent(new PaymentFailed(
                TenantContext.current(),
                new PaymentId(UUID.randomUUID()),
                invoice,
                agreement,
                rows.user(),
                Money.euros("11.00")));
    }

    @AfterEach
    void nothing_of_it_is_left() {
        platform("delete from platform.scheduled_tasks where task_name = 'work-of-nobody'");
        platform("delete from platform.tenant where slug = 'kaputt'");
    }

    private static void platform(String sql) {
        var server = Services.shared().database();
        JdbcClient.create(new DriverManagerDataSource(server.url(), server.ownerUsername(), server.ownerPassword()))
                .sql(sql)
                .update();
    }

    @Test
    void each_measure_that_they_name_is_one_and_has_those_labels() throws IOException {
        var expressions = expressions();
        assertThat(expressions).hasSizeGreaterThan(30);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var exposed = exposed();
            for (var expression : expressions) {
                SELECTOR.matcher(expression)
                        .results()
                        .filter(found -> !found.group(1).equals("up"))
                        .forEach(found -> {
                            assertThat(exposed).as(expression).containsKey(found.group(1));
                            var labels = new TreeSet<>(exposed.get(found.group(1)));
                            labels.addAll(OF_PROMETHEUS);
                            assertThat(labels)
                                    .as(expression)
                                    .containsAll(labels(found.group(2)).keySet());
                            assertThat(labels).as(expression).containsAll(grouping(expression, found.end()));
                        });
            }
        });
    }

    @Test
    void what_they_compare_a_label_with_is_something_that_it_may_be() throws IOException {
        var values = new TreeSet<String>();
        for (var expression : expressions()) {
            SELECTOR.matcher(expression)
                    .results()
                    .forEach(found -> labels(found.group(2)).forEach((label, value) -> {
                        if (!OF_PROMETHEUS.contains(label)) {
                            values.add(label + "=" + value);
                        }
                    }));
        }
        assertThat(values)
                .containsExactly(
                        "area=heap",
                        "le=0.3",
                        "le=1.0",
                        "le=3.0",
                        "outcome=SERVER_ERROR",
                        "reach=utility",
                        "result=parked",
                        "task=check-payment",
                        "task=send-mail",
                        "utility=$utility",
                        "utility=console");
        assertThat(jobs).extracting(TenantJob::name).contains("check-payment", "send-mail");
        assertThat(registry.scrape())
                .contains(
                        "utility=\"console\"",
                        "ondine_requests_seconds_bucket",
                        "le=\"0.3\"",
                        "le=\"1.0\"",
                        "le=\"3.0\"",
                        "area=\"heap\"");
    }

    @Test
    void an_expression_has_nothing_in_it_but_measures_numbers_and_words_that_prometheus_knows() throws IOException {
        for (var expression : expressions()) {
            var rest = GROUPING.matcher(SELECTOR.matcher(expression).replaceAll("0"))
                    .replaceAll("");
            assertThat(count(expression, '(')).as(expression).isEqualTo(count(expression, ')'));
            assertThat(Pattern.compile("[a-z_]{2,}")
                            .matcher(rest.replaceAll("\\[[^]]*]", ""))
                            .results())
                    .as(expression)
                    .allSatisfy(word -> assertThat(WORDS).contains(word.group()));
            assertThat(Pattern.compile("\\[([^]]*)]").matcher(expression).results())
                    .as(expression)
                    .allSatisfy(range -> assertThat(range.group(1)).matches("[1-9]\\d*[mh]|\\$__rate_interval"));
        }
    }

    private static long count(String text, char which) {
        return text.chars().filter(character -> character == which).count();
    }

    /** The labels by which what is selected up to there is grouped: of the grouping before it. */
    private static List<String> grouping(String expression, int end) {
        return GROUPING.matcher(expression.substring(0, end))
                .results()
                .reduce((first, last) -> last)
                .map(found -> List.of(found.group(1).split(", ")))
                .orElse(List.of());
    }

    private static Map<String, String> labels(String selector) {
        var labels = new TreeMap<String, String>();
        LABEL.matcher(selector).results().forEach(found -> labels.put(found.group(1), found.group(2)));
        return labels;
    }

    /** Each measure by its name, with its labels. */
    private Map<String, Set<String>> exposed() {
        var exposed = new TreeMap<String, Set<String>>();
        SAMPLE.matcher(registry.scrape())
                .results()
                .forEach(sample -> exposed.computeIfAbsent(sample.group(1), first -> new TreeSet<>())
                        .addAll(labels(sample.group(2) == null ? "" : sample.group(2))
                                .keySet()));
        return exposed;
    }

    /** Of the alerts, which are a few lines each, and of the dashboards. */
    private static List<String> expressions() throws IOException {
        var alerts = Files.readString(SHIPPED.resolve("alerts.yaml"))
                .replace("INSTALLATION", "app_kubernetes_io_instance=\"ondine\"");
        var ofAlerts = Pattern.compile("expr: (?:>-\n)?(.*?)\n  (?:for|labels):", Pattern.DOTALL)
                .matcher(alerts)
                .results()
                .map(found -> found.group(1).replaceAll("\\s+", " ").strip());
        var dashboards =
                Files.readString(SHIPPED.resolve("platform.json")) + Files.readString(SHIPPED.resolve("utility.json"));
        var ofDashboards = Pattern.compile("\"expr\": \"((?:[^\"\\\\]|\\\\.)*)\"")
                .matcher(dashboards)
                .results()
                .map(found -> found.group(1).replace("\\\"", "\""));
        return Stream.concat(ofAlerts, ofDashboards).toList();
    }
}
