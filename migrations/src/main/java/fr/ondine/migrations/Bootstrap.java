package fr.ondine.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.util.PasswordUtil;

/** Prepares a database for the platform: the application's login role, which owns nothing, and the schema platform. */
final class Bootstrap {

    private static final String ROLE = """
            do $$ begin
                create role ondine_app;
            exception when duplicate_object or unique_violation then null;
            end $$""";

    private final Changelog changelog = Changelog.read("db/platform/changelog.yaml", "");
    private final SchemaMigration migration = new SchemaMigration(changelog);

    /** May be repeated: what is there already stays. */
    void run(String password, Connection connection) throws SQLException {
        try (var _ = AdvisoryLock.on("bootstrap", connection)) {
            prepare(password, connection);
            if (!isThere(connection)) {
                migrate(connection);
            }
        }
    }

    /** The SQL that the schema platform needs, empty when it is up to date. */
    String pending(Connection connection) throws SQLException {
        return isThere(connection) ? "" : script(connection);
    }

    /** As with utilities: what has received more is of a newer release, which this one works on and leaves as it is. */
    private boolean isThere(Connection connection) throws SQLException {
        return changelog.version().equals(version(connection))
                || AppliedChangeSets.in("platform", connection).count() > changelog.changeSets();
    }

    private String script(Connection connection) throws SQLException {
        return migration.scriptFor("platform", AppliedChangeSets.in("platform", connection), connection);
    }

    private static void prepare(String password, Connection connection) throws SQLException {
        // hashed here, so that the password itself reaches neither the wire nor the server's log
        var secret = PasswordUtil.encodeScramSha256(password.toCharArray());
        try (var statement = connection.createStatement()) {
            statement.execute(ROLE);
            statement.execute("alter role ondine_app login noinherit password '" + secret + "'");
            statement.execute("revoke all on schema public from public");
            statement.execute("create schema if not exists platform");
        }
    }

    private void migrate(Connection connection) throws SQLException {
        var script = script(connection);
        var comment = "comment on schema platform is '" + changelog.version() + "'";
        Transaction.run(connection, () -> migration.run(script, comment, "platform", connection));
    }

    private static String version(Connection connection) throws SQLException {
        try (var query = connection.createStatement();
                var rows = query.executeQuery("select obj_description(to_regnamespace('platform'), 'pg_namespace')")) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }
}
