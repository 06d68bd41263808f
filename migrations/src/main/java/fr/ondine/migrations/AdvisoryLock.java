package fr.ondine.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** A lock of the database server that lets one process at a time work on one subject. */
record AdvisoryLock(Connection connection, String subject) implements AutoCloseable {

    /** Waits for the lock; the server frees it by itself when the process dies. */
    static AdvisoryLock on(String subject, Connection connection) throws SQLException {
        var lock = new AdvisoryLock(connection, subject);
        lock.call("select pg_advisory_lock(hashtextextended(?, 0))");
        return lock;
    }

    /** The same lock, freed by the end of the transaction. */
    static void untilTheEndOfTheTransaction(String subject, Connection connection) throws SQLException {
        new AdvisoryLock(connection, subject).call("select pg_advisory_xact_lock(hashtextextended(?, 0))");
    }

    /** Takes the lock if nobody has it. */
    static Optional<AdvisoryLock> tryOn(String subject, Connection connection) throws SQLException {
        var lock = new AdvisoryLock(connection, subject);
        return lock.call("select pg_try_advisory_lock(hashtextextended(?, 0))") ? Optional.of(lock) : Optional.empty();
    }

    @Override
    public void close() throws SQLException {
        call("select pg_advisory_unlock(hashtextextended(?, 0))");
    }

    private boolean call(String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, "ondine:" + subject);
            try (var rows = statement.executeQuery()) {
                return rows.next() && "t".equals(rows.getString(1));
            }
        }
    }
}
