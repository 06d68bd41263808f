package fr.ondine.migrations;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** One PostgreSQL for all tests of this module, with a new database for each that asks. */
final class Databases {

    static final String PASSWORD = "of the application";

    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Databases() {}

    /** The owner's connections to a database of its own. */
    static DataSource create() {
        var name = "test" + NUMBER.incrementAndGet();
        execute(SERVER.getPostgresDatabase(), "create database " + name);
        return SERVER.getDatabase("postgres", name);
    }

    /** A connection as the application logs in. */
    static Connection asApplication(DataSource owner) throws SQLException {
        try (var connection = owner.getConnection()) {
            var name = connection.getCatalog();
            var url = "jdbc:postgresql://localhost:" + SERVER.getPort() + "/" + name;
            return DriverManager.getConnection(url, "ondine_app", PASSWORD);
        }
    }

    static void execute(DataSource source, String sql) {
        try (var connection = source.getConnection()) {
            execute(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static List<String> strings(DataSource source, String sql) {
        try (var connection = source.getConnection()) {
            return strings(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<String> strings(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
            return values;
        }
    }

    private static EmbeddedPostgres start() {
        try {
            var server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "100")
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
