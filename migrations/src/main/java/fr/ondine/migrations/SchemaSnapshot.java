package fr.ondine.migrations;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Everything of one utility as it was at one moment, however long it takes to read it. */
public final class SchemaSnapshot implements AutoCloseable {

    /** How COPY writes values, whatever the server's settings are: the same text must give the same value elsewhere. */
    static final String TEXT_FORM = "set local timezone = 'UTC'; set local datestyle = 'ISO, YMD';"
            + " set local intervalstyle = 'postgres'; set local extra_float_digits = 1; set local bytea_output = 'hex'";

    private final TenantSchema tenant;
    private final Connection connection;

    SchemaSnapshot(TenantSchema tenant, Connection connection) {
        this.tenant = tenant;
        this.connection = connection;
    }

    /** Nothing can be changed by this connection from now on; closed here when that cannot be. */
    static SchemaSnapshot open(TenantSchema tenant, Connection connection) throws SQLException {
        try {
            begin(tenant, connection);
            return new SchemaSnapshot(tenant, connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static void begin(TenantSchema tenant, Connection connection) throws SQLException {
        TenantSchemas.allowRole(tenant, connection);
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read, read only");
            statement.execute(TEXT_FORM);
            statement.execute("select"); // the first question fixes the moment
        }
    }

    /** Takes one row in COPY's text form, with the line feed that ends it. */
    @FunctionalInterface
    public interface Rows {
        void row(byte[] line) throws IOException;
    }

    /** The tables, in an order in which they can be filled elsewhere. */
    public List<TenantTable> tables() {
        return ask(() -> TenantTables.of(tenant, connection));
    }

    /** The change sets that the schema has received, each with the digest of its text. */
    public List<String> changeSets() {
        return ask(() -> AppliedChangeSets.in(tenant.name(), connection))
                .listing()
                .lines()
                .toList();
    }

    /** What the schema really is made of, in short. */
    public String fingerprint() {
        return ask(() -> Fingerprint.of(tenant.name(), connection)).digest();
    }

    /** Hands on every row of a table, with the utility's own rights alone, and tells how many there were. */
    public long read(TenantTable table, Rows rows) throws IOException {
        run("set local role " + tenant.quoted());
        var count = copy("copy " + table.in(tenant) + " to stdout", rows);
        run("set local role none");
        return count;
    }

    /** Hands on the work that waits or is being done for the utility: task, instance without its name, due moment. */
    public long jobs(Rows rows) throws IOException {
        return copy(
                "copy (select task_name, substr(task_instance, length(tenant) + 2), execution_time"
                        + " from platform.scheduled_tasks where tenant = '" + tenant.slug() + "') to stdout",
                rows);
    }

    /** The rows of a table, to be fetched one by one and closed. */
    CopiedOut rows(TenantTable table) {
        return CopiedOut.of("copy " + table.in(tenant) + " to stdout", connection);
    }

    private long copy(String sql, Rows rows) throws IOException {
        try (var copied = CopiedOut.of(sql, connection)) {
            var count = 0L;
            for (var line = copied.next(); line != null; line = copied.next()) {
                rows.row(line);
                count++;
            }
            return count;
        }
    }

    private void run(String sql) {
        ask(() -> {
            try (var statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    private interface Question<T> {
        T ask() throws SQLException;
    }

    private <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (SQLException e) {
            throw new MigrationFailed("the schema of " + tenant.slug() + " cannot be read", e);
        }
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            throw new MigrationFailed("the snapshot of " + tenant.slug(), e);
        }
    }
}
