package fr.ondine.migrations;

import java.sql.Connection;
import java.sql.SQLException;

/** Brings one schema to the end of a changelog, inside a transaction of the caller. */
final class SchemaMigration {

    private static final String EMPTY = "ondine_empty";

    private final Changelog changelog;
    private final ScriptWriter scripts;

    SchemaMigration(Changelog changelog) {
        this.changelog = changelog;
        this.scripts = new ScriptWriter(changelog);
    }

    /** Finds, outside any transaction, the script that the schema needs. */
    String scriptFor(String schema, Connection connection) throws SQLException {
        var state = AppliedChangeSets.in(schema, connection);
        return scripts.script(state, state.isEmpty() ? EMPTY : schema, connection);
    }

    /** The script that makes a schema from nothing. */
    String scriptFromEmpty(Connection connection) {
        return scripts.script(AppliedChangeSets.NONE, EMPTY, connection);
    }

    /** Runs a script in the schema and checks that every change set was applied. */
    void run(String script, String schema, Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = '30s'");
            statement.execute("set local search_path = \"" + schema + "\", pg_temp");
            statement.execute(script);
        }
        var applied = AppliedChangeSets.in(schema, connection).count();
        if (applied != changelog.changeSets()) {
            throw new MigrationFailed(applied + " of " + changelog.changeSets() + " change sets in " + schema);
        }
    }

    /** How many distinct scripts were written so far. */
    int scriptsWritten() {
        return scripts.written();
    }
}
