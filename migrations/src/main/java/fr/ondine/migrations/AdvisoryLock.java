package fr.ondine.migrations;

import java.sql.Connection;
import java.sql.SQLException;

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

    @Override
    public void close() throws SQLException {
        call("select pg_advisory_unlock(hashtextextended(?, 0))");
    }

    private void call(String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, "ondine:" + subject);
            statement.execute();
        }
    }
}
