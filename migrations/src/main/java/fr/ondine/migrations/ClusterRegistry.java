package fr.ondine.migrations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the registry says about where utilities live, and what the clusters beside the main one know of theirs. */
final class ClusterRegistry {

    /** What the registry tells a cluster of a utility that lives there, for its job table. */
    private static final String TOLD =
            "state, name, requests_per_second, concurrent_jobs, mails_per_day, storage_megabytes, quiet";

    /** What a cluster's own migrations find out. */
    private static final String FOUND = "schema_version, schema_changes, schema_fingerprint, last_error";

    private static final String NEWS = "jsonb_populate_recordset(null::platform.tenant, cast(? as jsonb)) news";

    private ClusterRegistry() {}

    /** Where a utility lives, and where it is going. */
    record Home(
            String cluster,
            UtilityState state,
            @Nullable String schemaVersion,
            @Nullable String movingTo) {

        boolean isMoving() {
            return movingTo != null;
        }
    }

    static Optional<Home> homeOf(String slug, Connection main) throws SQLException {
        var sql = "select cluster, state, schema_version, moving_to from platform.tenant where slug = ?";
        try (var query = main.prepareStatement(sql)) {
            query.setString(1, slug);
            try (var rows = query.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Home(
                                rows.getString(1),
                                UtilityState.valueOf(rows.getString(2)),
                                rows.getString(3),
                                rows.getString(4)))
                        : Optional.empty();
            }
        }
    }

    /** Those that the rows there say to be on their way. */
    static List<String> moving(Connection database) throws SQLException {
        return slugs("select slug from platform.tenant where moving_to is not null", database);
    }

    static boolean isMoving(String slug, Connection database) throws SQLException {
        return homeOf(slug, database).filter(Home::isMoving).isPresent();
    }

    static List<String> livingOn(String cluster, Connection main) throws SQLException {
        return slugs(
                "select slug from platform.tenant where cluster = ? and state not in ('DRAFT', 'ARCHIVED') order by slug",
                main,
                cluster);
    }

    /** Where utilities live. */
    static List<String> clusters(Connection main) throws SQLException {
        return slugs("select distinct cluster from platform.tenant", main);
    }

    static Set<String> at(String cluster, Connection main) throws SQLException {
        return Set.copyOf(slugs("select slug from platform.tenant where cluster = ?", main, cluster));
    }

    private static List<String> slugs(String sql, Connection database, Object... values) throws SQLException {
        try (var query = database.prepareStatement(sql)) {
            set(query, values);
            try (var rows = query.executeQuery()) {
                var slugs = new ArrayList<String>();
                while (rows.next()) {
                    slugs.add(rows.getString(1));
                }
                return slugs;
            }
        }
    }

    /** Says in the row of that database that the utility goes somewhere, or no longer. */
    static void announce(String slug, @Nullable String to, Connection database) throws SQLException {
        update("update platform.tenant set moving_to = ?, updated_at = now() where slug = ?", database, to, slug);
    }

    /** Makes sure that a utility stays where it lives now, and is not served before that is so. */
    static void stay(String slug, Connection main) throws SQLException {
        update("update platform.tenant set moving_to = cluster, updated_at = now() where slug = ?", main, slug);
    }

    /** Fails unless the utility is still on its way there, and the registry still to be heard. */
    static void refuseGivenUp(String slug, String to, Connection main) throws SQLException {
        if (!homeOf(slug, main).map(Home::movingTo).equals(Optional.of(to))) {
            throw new MigrationFailed(slug + " is no longer on its way to " + to);
        }
    }

    /** The one statement that decides where a utility lives. */
    static void switchTo(String slug, String to, Connection main) throws SQLException {
        var sql = "update platform.tenant set cluster = ?, updated_at = now() where slug = ? and moving_to = ?";
        if (update(sql, main, to, slug, to) != 1) {
            throw new MigrationFailed(slug + " is no longer on its way to " + to);
        }
    }

    /** Gives a cluster the row of a utility whose schema is there as the registry says, whatever it knew of it before. */
    static void arrive(String slug, Connection main, Connection there) throws SQLException {
        give(slug, "moving_to, " + FOUND + ", " + TOLD, main, there);
    }

    /** Gives a cluster a row of a utility that it has, or tells it what is new in the one that is there. */
    static void mirror(String slug, Connection main, Connection there) throws SQLException {
        give(slug, TOLD, main, there);
    }

    private static void give(String slug, String overwritten, Connection main, Connection there) throws SQLException {
        var all = "slug, moving_to, " + FOUND + ", " + TOLD;
        var sql = "insert into platform.tenant (" + all + ") select " + all + " from " + NEWS
                + " on conflict (slug) do update set (" + overwritten + ") = row(" + of("excluded", overwritten) + ")";
        update(sql, there, read(all, "slug = ?", slug, main));
    }

    /** Tells a cluster what the registry says of those that live there; makes no row, for one may have just left. */
    static void tell(String cluster, Connection main, Connection there) throws SQLException {
        update(change(TOLD), there, read("slug, " + TOLD, "cluster = ?", cluster, main));
    }

    /** Brings what a cluster's migrations found out of those that live there to the registry. */
    static void report(String cluster, Connection there, Connection main) throws SQLException {
        var news = read("slug, " + FOUND, "cluster = ?", Clusters.MAIN, there); // each calls itself so
        update(change(FOUND) + " and tenant.cluster = ?", main, news, cluster);
    }

    private static String read(String columns, String condition, String value, Connection database)
            throws SQLException {
        var sql = "select coalesce(jsonb_agg(to_jsonb(t)), '[]') from (select " + columns
                + " from platform.tenant where " + condition + ") t";
        return slugs(sql, database, value).getFirst();
    }

    private static String change(String columns) {
        return "update platform.tenant set (" + columns + ") = row(" + of("news", columns)
                + "), updated_at = now() from "
                + NEWS + " where tenant.slug = news.slug and (" + of("tenant", columns) + ") is distinct from ("
                + of("news", columns) + ")";
    }

    private static String of(String table, String columns) {
        return table + "." + columns.replace(", ", ", " + table + ".");
    }

    /**
     * Lets a cluster forget a utility that does not live there: its work, and its row unless that is the registry's. A
     * row that does not say that it is on its way is of another platform.
     */
    static void forget(String slug, String cluster, Connection there) throws SQLException {
        if (cluster.equals(Clusters.MAIN)) {
            update("delete from platform.scheduled_tasks where tenant = ?", there, slug);
        } else if (isMoving(slug, there)) {
            remove(slug, there);
        }
    }

    /** Removes work and row from a cluster beside the main one. */
    static void remove(String slug, Connection there) throws SQLException {
        update("delete from platform.scheduled_tasks where tenant = ?", there, slug);
        update("delete from platform.tenant where slug = ?", there, slug);
    }

    private static int update(String sql, Connection connection, @Nullable Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            set(statement, values);
            return statement.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
