package fr.ondine.platform.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.demo.data.DemoSample;
import fr.ondine.demo.data.DemoUtility;
import fr.ondine.platform.imports.Imports;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.StatementCount;
import fr.ondine.testing.Utilities;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What operators see of the size and the use of utilities comes by itself. */
@PlatformTest
class FleetMeasuresTests {

    private final String slug =
            "u" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    @Autowired
    Fleet fleet;

    @Autowired
    FleetDirectory directory;

    @Autowired
    FleetMeasures measures;

    @Autowired
    Imports imports;

    @Autowired
    FleetUse use;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    StatementCount statements;

    @Autowired
    Environment environment;

    @Test
    void a_utility_is_measured_once_until_the_measure_is_old() {
        add();

        measures.run();

        var measured = directory.get(slug);
        assertThat(measured.agreements()).isZero();
        assertThat(measured.bytes()).isPositive();
        assertThat(measured.lastActivity()).isNull();
        assertThat(statements.of(measures::run)).as("nothing is due").isEqualTo(2);
    }

    @Test
    void a_utility_that_took_its_data_in_is_measured_among_the_next() {
        add();
        measures.run();

        DemoSample.load(imports, DemoUtility.SIEGVO, new TenantId(slug), LocalDate.of(2026, 6, 1));
        measures.run();

        assertThat(directory.get(slug).agreements()).isPositive();
        assertThat(statements.of(measures::run)).as("nothing is due").isEqualTo(2);
    }

    @Test
    void the_last_activity_is_the_latest_act_or_sign_in() {
        add();
        inside("insert into audit_entry (id, occurred_at, actor, action, subject)"
                + " values (gen_random_uuid(), timestamptz '2026-03-01 10:00Z', 'system', 'x', 'y')");
        makeOld();

        measures.run();

        assertThat(directory.get(slug).lastActivity()).isEqualTo("2026-03-01T10:00:00Z");
    }

    @Test
    void one_broken_schema_keeps_no_other_from_being_measured() throws SQLException {
        add();
        measures.run();
        makeOld();
        measuredAs(5_000_000_000L);
        breakSchema();

        measures.run();

        assertThat(directory.get(slug).agreements())
                .as("what was counted before")
                .isZero();
        assertThat(size()).as("also of the documents").isEqualTo(5_000_000_000L);
        assertThat(statements.of(measures::run)).as("nothing is due").isEqualTo(2);
    }

    @Test
    void the_size_is_of_the_schema_and_the_documents_together() {
        add();
        measures.run();
        var schema = size();
        inside("insert into document (id, sha256, media_type, size_bytes, file_name, stored_at) values"
                + " (gen_random_uuid(), '\\x00', 'application/pdf', 5000000000, 'f.pdf', now())");
        makeOld();

        measures.run();

        assertThat(size() - schema).isBetween(5_000_000_000L, 5_001_000_000L);
        assertThat(use.of(slug).storageBytes()).as("as the limit counts").isEqualTo(size());
    }

    @Test
    void the_mails_of_the_last_24_hours_are_counted() {
        add();
        mail("'" + clock.instant().minus(Duration.ofHours(23)) + "'");
        mail("'" + clock.instant().minus(Duration.ofHours(25)) + "'");
        mail("null");

        assertThat(use.of(slug).mails()).isOne();
    }

    @Test
    void what_is_used_is_not_known_of_what_has_no_schema() {
        fleet.draft(Utilities.like(Utilities.SIEGVO, slug), "operator:anne");

        assertThat(use.of(slug)).isEqualTo(LimitsUse.UNKNOWN);
    }

    private long size() {
        return Objects.requireNonNull(directory.get(slug).bytes());
    }

    private void mail(String sentAt) {
        inside("insert into mail (id, recipient, subject, html, plain, created_at, sent_at, attempts) values"
                + " (gen_random_uuid(), 'a@siegvo.example', '', '', '', now(), " + sentAt + ", 1)");
    }

    private void inside(String sql) {
        TenantContext.runAs(
                new TenantId(slug),
                () -> transaction.executeWithoutResult(
                        status -> database.sql(sql).update()));
    }

    private void makeOld() {
        transaction.executeWithoutResult(status -> database.sql(
                        "update platform.tenant_measure set measured_at = timestamptz '2026-01-01' where slug = ?")
                .param(slug)
                .update());
    }

    private void measuredAs(long bytes) {
        transaction.executeWithoutResult(
                status -> database.sql("update platform.tenant_measure set bytes = ? where slug = ?")
                        .params(bytes, slug)
                        .update());
    }

    private void breakSchema() throws SQLException {
        try (var connection = DriverManager.getConnection(
                        environment.getRequiredProperty("ondine.database.url"),
                        environment.getRequiredProperty("ondine.database.owner-username"),
                        environment.getProperty("ondine.database.owner-password", ""));
                var statement = connection.createStatement()) {
            statement.execute("drop table t_" + slug + ".audit_entry cascade");
        }
    }

    private void add() {
        fleet.add(Utilities.like(Utilities.SIEGVO, slug), "operator:anne");
    }
}
