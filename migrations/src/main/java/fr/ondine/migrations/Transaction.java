package fr.ondine.migrations;

import java.sql.Connection;
import java.sql.SQLException;

/** All or nothing on one connection. */
final class Transaction {

    /** Work that speaks to the database. */
    @FunctionalInterface
    interface Work {
        void run() throws SQLException;
    }

    private Transaction() {}

    /** Commits the work, or rolls it back when it fails. */
    static void run(Connection connection, Work work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            work.run();
            connection.commit();
        } finally {
            end(connection);
        }
    }

    /** Does the work only to see what it would give, and takes it back. */
    static void rehearse(Connection connection, Work work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            work.run();
        } finally {
            end(connection);
        }
    }

    private static void end(Connection connection) throws SQLException {
        connection.rollback(); // nothing to do after a commit
        connection.setAutoCommit(true);
    }
}
