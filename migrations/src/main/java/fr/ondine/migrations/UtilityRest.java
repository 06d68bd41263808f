package fr.ondine.migrations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;

/** Finds out that nobody works for a utility that was put away, and that nobody will begin to. */
record UtilityRest(TenantSchema tenant, Connection connection, Duration quietFor) {

    private static final double LOOK_EVERY_SECONDS = 0.25;

    private static final String AT_WORK = """
            select count(*) from platform.scheduled_tasks
            where tenant = ? and picked and last_heartbeat > now() - interval '1 minute'""";

    /** Whether it came to rest in time. */
    boolean comesWithin(Duration patience) throws SQLException {
        try (var query = connection.prepareStatement(AT_WORK)) {
            query.setString(1, tenant.slug());
            var quietLooks = Math.ceilDiv(quietFor.toMillis(), (long) (LOOK_EVERY_SECONDS * 1000));
            var quiet = 0;
            for (var look = 0; look * LOOK_EVERY_SECONDS < patience.toSeconds(); look++) {
                pause();
                quiet = isNothing(query) ? quiet + 1 : 0;
                if (quiet >= quietLooks) {
                    return nobodyWrites(patience);
                }
            }
            return false;
        }
    }

    /** In a statement of its own: beside a table without rows it would not be asked for. */
    private void pause() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select pg_sleep(" + LOOK_EVERY_SECONDS + ")");
        }
    }

    private static boolean isNothing(PreparedStatement query) throws SQLException {
        try (var rows = query.executeQuery()) {
            return rows.next() && rows.getLong(1) == 0;
        }
    }

    /** Requests that were let in before stand in no table of work: a lock on each table waits until they have ended. */
    private boolean nobodyWrites(Duration patience) throws SQLException {
        for (var table : TenantTables.of(tenant, connection)) {
            try {
                Transaction.rehearse(connection, () -> lock(table.name(tenant), patience));
            } catch (SQLException e) {
                if (LockWait.isOver(e)) {
                    return false;
                }
                throw e;
            }
        }
        return true;
    }

    /** One table at a time, each for an instant: nobody can be in a circle with it. */
    private void lock(String table, Duration patience) throws SQLException {
        LockWait.atMost(patience, connection);
        try (var statement = connection.createStatement()) {
            statement.execute("lock table " + table + " in share mode");
        }
    }
}
