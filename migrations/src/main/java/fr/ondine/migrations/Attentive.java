package fr.ondine.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** Connections that end when the other side falls silent, as a machine does that lost its network without a word. */
final class Attentive {

    private Attentive() {}

    static Connection connection(DataSource database, Duration silence) throws SQLException {
        var connection = database.getConnection();
        try {
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(silence.toMillis()));
            return connection;
        } catch (SQLException | RuntimeException failed) {
            connection.close();
            throw failed;
        }
    }
}
