package fr.ondine.migrations;

import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.analytics.configuration.AnalyticsArgs;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.logging.core.NoOpLogService;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Lets Liquibase write, once for each starting state, the SQL that leads from it to the end of a changelog. */
final class ScriptWriter {

    /** Liquibase keeps caches and locks for the whole JVM; two runs at once corrupt each other. */
    private static final Lock LIQUIBASE = new ReentrantLock();

    /** Nothing is sent to anybody, and nothing logged: a run that only writes has nothing to say but its failure. */
    private static final Map<String, Object> SETTINGS = Map.of(
            AnalyticsArgs.ENABLED.getKey(), false,
            Scope.Attr.logService.name(), new NoOpLogService(),
            Scope.Attr.ui.name(), new LoggerUIService());

    private final Changelog changelog;
    private final Map<AppliedChangeSets, String> scripts = new HashMap<>();

    ScriptWriter(Changelog changelog) {
        this.changelog = changelog;
    }

    /** The script for schemas in the given state, of which {@code schema} is one; it names no schema. */
    String script(AppliedChangeSets state, String schema, Connection connection) {
        LIQUIBASE.lock();
        try {
            return scripts.computeIfAbsent(state, _ -> write(schema, connection));
        } finally {
            LIQUIBASE.unlock();
        }
    }

    /** How many distinct scripts were written so far. */
    int written() {
        return scripts.size();
    }

    private String write(String schema, Connection connection) {
        try {
            return Scope.child(SETTINGS, () -> update(schema, connection));
        } catch (Exception e) { // Liquibase declares nothing narrower
            throw new MigrationFailed("Liquibase cannot migrate " + schema, e);
        }
    }

    private String update(String schema, Connection connection) throws Exception {
        try {
            searchIn("\"" + schema + "\"", connection); // Liquibase reads its own table without naming the schema
            var database = new PostgresDatabase();
            database.setConnection(new JdbcConnection(connection));
            database.setDefaultSchemaName(schema);
            database.setLiquibaseSchemaName(schema);
            database.setOutputDefaultSchema(false);
            var script = new StringWriter();
            // left open on purpose: closing Liquibase would close the connection, which is the caller's
            @SuppressWarnings("resource")
            var liquibase = new Liquibase(changelog.root(), new ClassLoaderResourceAccessor(), database);
            liquibase.update(new Contexts(), script);
            return script.toString();
        } finally {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            searchIn("default", connection);
        }
    }

    private static void searchIn(String path, Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set search_path = " + path);
        }
    }
}
