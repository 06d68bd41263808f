package fr.ondine.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** How long the statements of a transaction wait for locks. */
final class LockWait {

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private LockWait() {}

    static void atMost(Duration patience, Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = " + patience.toMillis());
        }
    }

    /** Whether that was too long. */
    static boolean isOver(SQLException failure) {
        return LOCK_NOT_AVAILABLE.equals(failure.getSQLState());
    }
}
