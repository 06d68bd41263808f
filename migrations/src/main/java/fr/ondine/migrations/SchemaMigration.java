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

    /** Finds, outside any transaction, the script that the schema needs from its state. */
    String scriptFor(String schema, AppliedChangeSets state, Connection connection) {
        return scripts.script(state, state.isEmpty() ? EMPTY : schema, connection);
    }

    /** The script that makes a schema from nothing. */
    String scriptFromEmpty(Connection connection) {
        return scripts.script(AppliedChangeSets.NONE, EMPTY, connection);
    }

    /** Runs a script in the schema, and what comes with it, then checks that every change set was applied. */
    void run(String script, String with, String schema, Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            // sent at once: a thousand times each way to the server and back counts
            statement.execute("""
                    set local lock_timeout = '%s';
                    set local search_path = "%s", pg_temp;
                    %s;
                    %s""".formatted(PATIENCE, schema, script, with));
        }
        var applied = AppliedChangeSets.count(schema, connection);
        if (applied != changelog.changeSets()) {
            throw new MigrationFailed(applied + " of " + changelog.changeSets() + " change sets in " + schema);
        }
    }

    /** How many distinct scripts were written so far. */
    int scriptsWritten() {
        return scripts.written();
    }
}
