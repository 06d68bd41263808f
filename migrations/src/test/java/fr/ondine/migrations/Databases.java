package fr.ondine.migrations;

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

    private static final Server SERVER = Server.start();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Databases() {}

    /** The owner's connections to a database of its own. */
    static DataSource create() {
        var name = "test" + NUMBER.incrementAndGet();
        execute(SERVER.database("postgres"), "create database " + name);
        return SERVER.database(name);
    }

    /** A connection as the application logs in. */
    static Connection asApplication(DataSource owner) throws SQLException {
        try (var connection = owner.getConnection()) {
            return DriverManager.getConnection(SERVER.url(connection.getCatalog()), "ondine_app", PASSWORD);
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
}
