package fr.ondine.migrations;

import fr.ondine.migrations.UtilityPast.Limits;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Takes what the registry knows of a utility's past from one platform to another. */
final class ArrivalRegistry {

    private static final String LIMITS = """
            update platform.tenant set requests_per_second = ?, concurrent_jobs = ?, mails_per_day = ?,
                storage_megabytes = ?, configuration_version = ? where slug = ?""";

    private static final String HISTORY = """
            insert into platform.tenant_configuration (slug, version, configuration, applied_at, applied_by, reason)
            values (?, ?, ?, ?, ?, ?)""";

    private ArrivalRegistry() {}

    static UtilityPast pastOf(String slug, Connection connection) throws SQLException {
        return new UtilityPast(history(slug, connection), limits(slug, connection));
    }

    /** The configuration in force keeps its number, or gets the next one where it became another on the way. */
    static void register(Arrival arrival, Connection connection) throws SQLException {
        var utility = arrival.utility();
        Registry.register(utility, UtilityState.PROVISIONING, connection);
        try (var forget = connection.prepareStatement("delete from platform.tenant_configuration where slug = ?")) {
            forget.setString(1, utility.slug());
            forget.executeUpdate();
        }
        for (var past : arrival.past().history()) {
            remember(utility.slug(), past, connection);
        }
        limit(utility.slug(), arrival.past().limits(), version(arrival), connection);
        Registry.register(utility, UtilityState.PROVISIONING, connection); // adds the version that is missing, if any
        Registry.audit(utility.by(), "imported", utility.slug(), utility.reason(), connection);
        if (arrival.quiet()) {
            silence(utility, connection);
        }
    }

    private static void silence(Registration utility, Connection connection) throws SQLException {
        try (var update = connection.prepareStatement("update platform.tenant set quiet = true where slug = ?")) {
            update.setString(1, utility.slug());
            update.executeUpdate();
        }
        Registry.audit(utility.by(), "quiet", utility.slug(), "none of its work is done", connection);
    }

    private static int version(Arrival arrival) {
        var history = arrival.past().history();
        if (history.isEmpty()) {
            return 1;
        }
        var last = history.getLast();
        return last.configuration().equals(arrival.utility().configuration()) ? last.version() : last.version() + 1;
    }

    private static List<PastConfiguration> history(String slug, Connection connection) throws SQLException {
        var sql = "select version, configuration, applied_at, applied_by, reason from platform.tenant_configuration"
                + " where slug = ? order by version";
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, slug);
            try (var rows = query.executeQuery()) {
                var history = new ArrayList<PastConfiguration>();
                while (rows.next()) {
                    history.add(new PastConfiguration(
                            rows.getInt(1),
                            rows.getString(2),
                            rows.getObject(3, OffsetDateTime.class).toInstant(),
                            rows.getString(4),
                            rows.getString(5)));
                }
                return history;
            }
        }
    }

    private static Limits limits(String slug, Connection connection) throws SQLException {
        var sql = "select requests_per_second, concurrent_jobs, mails_per_day, storage_megabytes"
                + " from platform.tenant where slug = ?";
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, slug);
            try (var rows = query.executeQuery()) {
                if (!rows.next()) {
                    throw new MigrationFailed("there is no utility " + slug);
                }
                return new Limits(rows.getInt(1), rows.getInt(2), rows.getInt(3), rows.getInt(4));
            }
        }
    }

    private static void remember(String slug, PastConfiguration past, Connection connection) throws SQLException {
        try (var insert = connection.prepareStatement(HISTORY)) {
            insert.setString(1, slug);
            insert.setInt(2, past.version());
            insert.setString(3, past.configuration());
            insert.setObject(4, past.appliedAt().atOffset(ZoneOffset.UTC));
            insert.setString(5, past.appliedBy());
            insert.setString(6, past.reason());
            insert.executeUpdate();
        }
    }

    private static void limit(String slug, Limits limits, int version, Connection connection) throws SQLException {
        try (var update = connection.prepareStatement(LIMITS)) {
            update.setInt(1, limits.requestsPerSecond());
            update.setInt(2, limits.concurrentJobs());
            update.setInt(3, limits.mailsPerDay());
            update.setInt(4, limits.storageMegabytes());
            update.setInt(5, version);
            update.setString(6, slug);
            update.executeUpdate();
        }
    }
}
