package fr.ondine.platform.tenancy;

import static fr.ondine.testing.Utilities.MALESHERBOIS;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.migrations.OndineDatabase;
import fr.ondine.migrations.UtilityState;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.StatementCount;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class JobGaugesTests {

    /** Work that no process does, so that it is still there when it is counted. */
    private static final String NOBODYS = "work-of-nobody";

    @Autowired
    JobGauges gauges;

    @Autowired
    MeterRegistry registry;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    StatementCount statements;

    @Autowired
    OndineDatabase platform;

    @Autowired
    Tenants tenants;

    @Autowired
    Clock clock;

    @AfterEach
    void nothing_waits() {
        sql("delete from platform.scheduled_tasks where task_name = '" + NOBODYS + "'");
        gauges.measure();
    }

    @Test
    void the_oldest_job_that_could_have_begun_says_how_late_its_utility_is() {
        waits(SIEGVO, Duration.ofMinutes(3), 0);
        waits(SIEGVO, Duration.ofMinutes(20), 0);
        waits(MALESHERBOIS, Duration.ofMinutes(-5), 0);

        gauges.measure();

        assertThat(value("ondine.jobs.due", "siegvo")).isGreaterThanOrEqualTo(2);
        assertThat(value("ondine.jobs.late", "siegvo")).isBetween(1200.0, 1300.0);
        assertThat(value("ondine.jobs.late", "malesherbois"))
                .as("its hour has not come")
                .satisfiesAnyOf(
                        late -> assertThat(late).isNull(),
                        late -> assertThat(late).isLessThan(60));
    }

    @Test
    void a_job_that_failed_is_counted_until_it_succeeds_though_its_next_try_is_not_due() {
        waits(SIEGVO, Duration.ofMinutes(-30), 4);

        gauges.measure();
        assertThat(failing("siegvo")).isEqualTo(1);

        sql("update platform.scheduled_tasks set consecutive_failures = 0 where task_name = '" + NOBODYS + "'");
        gauges.measure();
        assertThat(failing("siegvo")).isNull();
    }

    @Test
    void the_work_of_a_utility_that_was_put_away_is_not_late() {
        waits(MALESHERBOIS, Duration.ofDays(2), 3);
        gauges.measure();
        assertThat(value("ondine.jobs.late", "malesherbois")).isGreaterThan(100_000);

        platform.change("malesherbois", UtilityState.ARCHIVED, "test", "");
        try {
            gauges.measure();

            assertThat(value("ondine.jobs.late", "malesherbois")).isNull();
            assertThat(failing("malesherbois")).isNull();
        } finally {
            platform.change("malesherbois", UtilityState.READY, "test", "");
            tenants.refresh();
        }
    }

    @Test
    void a_database_is_asked_once_however_many_utilities_it_has_and_not_when_the_answer_is_read() {
        waits(SIEGVO, Duration.ofMinutes(3), 0);
        waits(MALESHERBOIS, Duration.ofMinutes(3), 1);

        assertThat(statements.of(gauges::measure)).isEqualTo(1);
        assertThat(statements.of(this::readAll)).isZero();
    }

    private void readAll() {
        registry.getMeters().forEach(meter -> meter.measure().forEach(measurement -> measurement.getValue()));
    }

    private void waits(TenantId tenant, Duration since, int failures) {
        transaction.executeWithoutResult(status -> database.sql(
                        "insert into platform.scheduled_tasks (task_name, task_instance, execution_time, picked,"
                                + " consecutive_failures, version) values (:task, :instance, :due, false, :failures, 1)")
                .param("task", NOBODYS)
                .param("instance", tenant.slug() + "/" + UUID.randomUUID() + "/0")
                .param("due", clock.instant().minus(since).atOffset(ZoneOffset.UTC))
                .param("failures", failures)
                .update());
    }

    private void sql(String statement) {
        transaction.executeWithoutResult(status -> database.sql(statement).update());
    }

    private @Nullable Double value(String gauge, String utility) {
        var found = registry.find(gauge).tag(MeasuredUtility.TAG, utility).gauge();
        return found == null ? null : found.value();
    }

    private @Nullable Double failing(String utility) {
        var found = registry.find("ondine.jobs.failing")
                .tag(MeasuredUtility.TAG, utility)
                .tag("task", NOBODYS)
                .gauge();
        return found == null ? null : found.value();
    }
}
