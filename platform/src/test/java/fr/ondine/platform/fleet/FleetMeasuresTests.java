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
import java.time.LocalDate;
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
        TenantContext.runAs(
                new TenantId(slug),
                () -> transaction.executeWithoutResult(status -> database.sql(
                                "insert into audit_entry (id, occurred_at, actor, action, subject)"
                                        + " values (gen_random_uuid(), timestamptz '2026-03-01 10:00Z', 'system', 'x', 'y')")
                        .update()));
        makeOld();

        measures.run();

        assertThat(directory.get(slug).lastActivity()).isEqualTo("2026-03-01T10:00:00Z");
    }

    @Test
    void one_broken_schema_keeps_no_other_from_being_measured() throws SQLException {
        add();
        measures.run();
        makeOld();
        breakSchema();

        measures.run();

        assertThat(directory.get(slug).agreements())
                .as("what was counted before")
                .isZero();
        assertThat(statements.of(measures::run)).as("nothing is due").isEqualTo(2);
    }

    private void makeOld() {
        transaction.executeWithoutResult(status -> database.sql(
                        "update platform.tenant_measure set measured_at = timestamptz '2026-01-01' where slug = ?")
                .param(slug)
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
