package fr.ondine.migrations;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** The empty schema of a utility that arrives, being filled; nobody sees it before all of it is there. */
public final class SchemaArrival {

    /** An instance in another form could be work of the platform itself, or of another utility. */
    private static final String ARRIVING_JOBS = """
            create temporary table arriving_job (task text not null,
                instance text not null check (instance ~ '^[0-9a-f-]{36}/[0-9a-f]{8}$'), due timestamptz not null)
                on commit drop""";

    private static final String JOBS = """
            insert into platform.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
            select task, ? || '/' || instance, due, false, 1 from pg_temp.arriving_job""";

    private final TenantSchema tenant;
    private final Connection connection;

    SchemaArrival(TenantSchema tenant, Connection connection) {
        this.tenant = tenant;
        this.connection = connection;
    }

    /** Gives rows in COPY's text form, each with the line feed that ends it, then null. */
    @FunctionalInterface
    public interface Rows {
        byte @Nullable [] next() throws IOException;
    }

    /** The tables, in an order in which they can be filled. */
    public List<TenantTable> tables() {
        return ask(() -> TenantTables.of(tenant, connection));
    }

    /** Fills a table and tells how many rows it got; what a change set began in it is not the utility's. */
    public long fill(TenantTable table, Rows rows) throws IOException {
        run("delete from " + table.name(tenant));
        return copy("copy " + table.in(tenant) + " from stdin", rows);
    }

    /** Takes over the work that waited for the utility where it came from. */
    public long takeOver(Rows rows) throws IOException {
        run(ARRIVING_JOBS);
        var count = copy("copy pg_temp.arriving_job from stdin", rows);
        ask(() -> {
            try (var insert = connection.prepareStatement(JOBS)) {
                insert.setString(1, tenant.slug());
                return insert.executeUpdate();
            }
        });
        return count;
    }

    private long copy(String sql, Rows rows) throws IOException {
        try {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
            try {
                return copy(copy, rows);
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException e) {
            throw new MigrationFailed("the data of " + tenant.slug() + " do not fit", e);
        }
    }

    private static long copy(CopyIn copy, Rows rows) throws SQLException, IOException {
        for (var line = rows.next(); line != null; line = rows.next()) {
            copy.writeToCopy(line, 0, line.length);
        }
        return copy.endCopy();
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
            throw new MigrationFailed("the data of " + tenant.slug() + " do not fit", e);
        }
    }
}
