package fr.ondine.platform.tenancy;

import static fr.ondine.testing.Utilities.MALESHERBOIS;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.testing.PlatformTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** One connection for everybody, given back with all that a statement can leave on it. */
@PlatformTest
@TestPropertySource(properties = {"ondine.database.connections=1", "ondine.jobs.enabled=false"})
class DirtyConnectionTests {

    private static final String STATE = """
        select concat_ws('|', current_user, current_setting('search_path'), current_setting('statement_timeout'),
                         current_setting('lock_timeout'), current_setting('transaction_read_only'),
                         current_setting('row_security'), to_regclass('pg_temp.customer'))
        """;

    private static final String TENANTS = "t_malesherbois|\"$user\"|1min|10s|off|on";
    private static final String NOBODYS = "ondine_app|\"$user\"|1min|10s|off|on";

    @Autowired
    DataSource pool;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DatabaseSettings settings;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set role t_siegvo",
                "set session role t_siegvo",
                "select set_config('role', 't_siegvo', false)",
                "set search_path = t_siegvo",
                "select set_config('search_path', 't_siegvo, t_malesherbois', false)",
                "set statement_timeout = 0",
                "set lock_timeout = 0",
                "set session characteristics as transaction read only",
                "set row_security = off",
                "create temporary table customer (name text)",
                "do $$ begin perform set_config('role', 't_siegvo', false); end $$"
            })
    void what_one_borrower_leaves_the_next_does_not_meet(String left) throws SQLException {
        leave(left);
        assertThat(bound()).isEqualTo(TENANTS);
        leave(left);
        assertThat(unbound()).isEqualTo(NOBODYS);
        leave(left);
        assertThat(raw()).isEqualTo(NOBODYS);
    }

    @Test
    void a_tenants_own_transaction_leaves_nothing_either() throws SQLException {
        TenantContext.runAs(
                SIEGVO,
                () -> transaction.executeWithoutResult(status -> {
                    database.sql("set role t_siegvo").update();
                    database.sql("set search_path = t_siegvo").update();
                    database.sql("set statement_timeout = 0").update();
                }));

        assertThat(List.of(raw(), unbound(), bound())).containsExactly(NOBODYS, NOBODYS, TENANTS);
        assertThatThrownBy(() -> database.sql("select count(*) from t_siegvo.customer")
                        .query(Long.class)
                        .single())
                .as("without a transaction")
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void a_transaction_that_was_left_open_ends_with_its_borrower() throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set local role t_siegvo");
            statement.execute("lock table t_siegvo.customer in access exclusive mode");
        }

        assertThat(bound()).isEqualTo(TENANTS);
        assertThat(TenantContext.callAs(
                        SIEGVO, () -> inTransaction("select count(*)::text from customer where reference = 'nobody'")))
                .isEqualTo("0");
    }

    @Test
    void a_connection_that_cannot_be_cleaned_is_not_lent_again() throws SQLException {
        var pid = backend();
        terminate(pid);

        assertThatThrownBy(this::raw).isInstanceOf(SQLException.class);

        assertThat(backend()).isNotEqualTo(pid);
        assertThat(bound()).isEqualTo(TENANTS);
    }

    @Test
    void a_transaction_that_could_not_begin_stops_nobody_else_on_its_thread() {
        var nobody = new TenantId("nobody");
        for (var propagation :
                List.of(TransactionDefinition.PROPAGATION_REQUIRED, TransactionDefinition.PROPAGATION_REQUIRES_NEW)) {
            var template = new TransactionTemplate(transaction.getTransactionManager());
            template.setPropagationBehavior(propagation);
            assertThatThrownBy(() -> TenantContext.runAs(
                            nobody,
                            () -> template.executeWithoutResult(status ->
                                    database.sql("select 1").query(Long.class).single())))
                    .isInstanceOf(DataAccessException.class);

            assertThat(bound()).isEqualTo(TENANTS);
        }
    }

    @Test
    void a_statement_that_the_server_has_prepared_follows_whoever_executes_it() throws SQLException {
        var marks = "select reference from premise where reference like 'prepared-%' or reference = ?";
        List.of(SIEGVO, MALESHERBOIS).forEach(this::mark);
        for (var round = 0; round < 20; round++) {
            for (var tenant : List.of(SIEGVO, MALESHERBOIS)) {
                var found = TenantContext.callAs(
                        tenant,
                        () -> transaction.execute(status -> database.sql(marks)
                                .param("none")
                                .query(String.class)
                                .list()));
                assertThat(found).containsExactly("prepared-" + tenant);
            }
        }
        assertThat(inTransaction("select (count(*) > 0)::text from pg_prepared_statements"
                        + " where statement like '%like ''prepared-%' and not from_sql"))
                .as("really prepared by the server")
                .isEqualTo("true");
        List.of(SIEGVO, MALESHERBOIS).forEach(this::unmark);
    }

    @Test
    void a_connection_taken_on_the_real_path_has_its_limits_and_its_role() throws SQLException {
        assertThat(List.of(bound(), unbound(), raw())).containsExactly(TENANTS, NOBODYS, NOBODYS);
    }

    private void leave(String statement) throws SQLException {
        try (var connection = pool.getConnection();
                var left = connection.createStatement()) {
            left.execute(statement);
            connection.commit();
        }
    }

    private String bound() {
        return TenantContext.callAs(MALESHERBOIS, this::unbound);
    }

    private String unbound() {
        return inTransaction(STATE);
    }

    private String raw() throws SQLException {
        try (var connection = pool.getConnection()) {
            return text(connection, STATE);
        }
    }

    private String backend() throws SQLException {
        try (var connection = pool.getConnection()) {
            return text(connection, "select pg_backend_pid()::text");
        }
    }

    private void terminate(String pid) throws SQLException {
        var owner = new DriverManagerDataSource(settings.url(), "ondine_app", settings.appPassword());
        try (var connection = owner.getConnection()) {
            text(connection, "select pg_terminate_backend(" + pid + ", 5000)::text");
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void mark(TenantId tenant) {
        change(
                tenant,
                "insert into premise (id, reference, street, postcode, city) values ('" + UUID.randomUUID()
                        + "', 'prepared-" + tenant + "', 'rue', '57000', 'Metz')");
    }

    private void unmark(TenantId tenant) {
        change(tenant, "delete from premise where reference like 'prepared-%'");
    }

    private void change(TenantId tenant, String sql) {
        TenantContext.runAs(
                tenant,
                () -> transaction.executeWithoutResult(
                        status -> database.sql(sql).update()));
    }

    private String inTransaction(String sql) {
        return transaction.execute(
                status -> database.sql(sql).query(String.class).single());
    }
}
