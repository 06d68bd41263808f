package fr.ondine.migrations;

import java.sql.Connection;
import java.sql.SQLException;

/** Brings one schema to the end of a changelog, inside a transaction of the caller. */
final class SchemaMigration {

    private static final String EMPTY = "ondine_empty";

    /** Who reads a table that is waited for waits too: shorter than the ten seconds that the application has patience. */
    private static final String PATIENCE = "5s";

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
            statement.execute("set local lock_timeout = '" + PATIENCE + "'");
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
