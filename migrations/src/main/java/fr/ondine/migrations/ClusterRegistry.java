package fr.ondine.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the registry says about where utilities live, and what the clusters beside the main one know of theirs. */
final class ClusterRegistry {

    /** A cluster's own row of a utility: as much as its job table needs; there it is at home. */
    private static final List<String> MIRRORED = List.of(
            "state",
            "name",
            "schema_version",
            "schema_changes",
            "schema_fingerprint",
            "requests_per_second",
            "concurrent_jobs",
            "mails_per_day",
            "storage_megabytes",
            "moving_to");

    private static final String COLUMNS = String.join(", ", MIRRORED);

    private ClusterRegistry() {}

    /** Where a utility lives, and where it is going. */
    record Home(
            String cluster, UtilityState state, @Nullable String schemaVersion) {}

    static Optional<Home> homeOf(String slug, Connection main) throws SQLException {
        try (var query =
                main.prepareStatement("select cluster, state, schema_version from platform.tenant where slug = ?")) {
            query.setString(1, slug);
            try (var rows = query.executeQuery()) {
                return rows.next()
                        ? Optional.of(
                                new Home(rows.getString(1), UtilityState.valueOf(rows.getString(2)), rows.getString(3)))
                        : Optional.empty();
            }
        }
    }

    static List<String> moving(Connection main) throws SQLException {
        return slugs("select slug from platform.tenant where moving_to is not null", main);
    }

    static List<String> livingOn(String cluster, Connection main) throws SQLException {
        return slugs(
                "select slug from platform.tenant where cluster = '" + cluster.replace("'", "''")
                        + "' and state not in ('DRAFT', 'ARCHIVED') order by slug",
                main);
    }

    private static List<String> slugs(String sql, Connection main) throws SQLException {
        try (var query = main.createStatement();
                var rows = query.executeQuery(sql)) {
            var slugs = new ArrayList<String>();
            while (rows.next()) {
                slugs.add(rows.getString(1));
            }
            return slugs;
        }
    }

    static void announce(String slug, @Nullable String to, Connection main) throws SQLException {
        update("update platform.tenant set moving_to = ?, updated_at = now() where slug = ?", main, to, slug);
    }

    /** Makes sure that a utility on its way stays where it lives now; tells whether it was on its way. */
    static boolean stay(String slug, Connection main) throws SQLException {
        var sql = "update platform.tenant set moving_to = cluster, updated_at = now()"
                + " where slug = ? and moving_to is not null";
        return update(sql, main, slug) == 1;
    }

    /** The one statement that decides where a utility lives. */
    static void switchTo(String slug, String to, Connection main) throws SQLException {
        var sql = "update platform.tenant set cluster = ?, updated_at = now() where slug = ? and moving_to = ?";
        if (update(sql, main, to, slug, to) != 1) {
            throw new MigrationFailed(slug + " is no longer on its way to " + to);
        }
    }

    /** Tells a cluster what its job table must know of a utility. */
    static void mirror(String slug, Connection main, Connection there) throws SQLException {
        copy(
                slug,
                main,
                there,
                "insert into platform.tenant (slug, " + COLUMNS + ") values (?" + ", ?".repeat(MIRRORED.size())
                        + ") on conflict (slug) do update set (" + COLUMNS + ") = row(excluded."
                        + String.join(", excluded.", MIRRORED) + ")");
    }

    /** Brings what a cluster's migration noted back to the registry. */
    static void report(String slug, Connection there, Connection main) throws SQLException {
        try (var query = there.prepareStatement("select schema_version, schema_changes, schema_fingerprint, last_error"
                + " from platform.tenant where slug = ?")) {
            query.setString(1, slug);
            try (var rows = query.executeQuery()) {
                if (rows.next()) {
                    update(
                            "update platform.tenant set schema_version = ?, schema_changes = ?, schema_fingerprint = ?,"
                                    + " last_error = ?, updated_at = now() where slug = ? and (schema_version, last_error)"
                                    + " is distinct from (?, ?)",
                            main,
                            rows.getString(1),
                            rows.getObject(2),
                            rows.getString(3),
                            rows.getString(4),
                            slug,
                            rows.getString(1),
                            rows.getString(4));
                }
            }
        }
    }

    /** Whether what a cluster has of a utility was never served: its row came with it, and says that it is on its way. */
    static boolean isOnItsWay(String slug, Connection there) throws SQLException {
        try (var query = there.prepareStatement(
                "select exists (select from platform.tenant where slug = ? and moving_to is not null)")) {
            query.setString(1, slug);
            try (var rows = query.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    /** Lets a cluster forget a utility that does not live there: its work, and its row unless that is the registry's. */
    static void forget(String slug, boolean isMain, Connection there) throws SQLException {
        update("delete from platform.scheduled_tasks where tenant = ?", there, slug);
        if (!isMain) {
            update("delete from platform.tenant where slug = ?", there, slug);
        }
    }

    private static void copy(String slug, Connection from, Connection to, String sql) throws SQLException {
        try (var query = from.prepareStatement("select slug, " + COLUMNS + " from platform.tenant where slug = ?")) {
            query.setString(1, slug);
            try (var rows = query.executeQuery()) {
                if (rows.next()) {
                    var values = new Object[MIRRORED.size() + 1];
                    for (int i = 0; i < values.length; i++) {
                        values[i] = rows.getObject(i + 1);
                    }
                    update(sql, to, values);
                }
            }
        }
    }

    private static int update(String sql, Connection connection, @Nullable Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
