package fr.ondine.migrations;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
        return create(SERVER);
    }

    /** The same on another server, which is started when first asked for. */
    static DataSource createElsewhere() {
        return create(Elsewhere.SERVER);
    }

    private static DataSource create(Server server) {
        return create(server, "template1");
    }

    private static DataSource create(Server server, String template) {
        var name = "test" + NUMBER.incrementAndGet();
        execute(
                server.database("postgres"),
                "create database " + name + " template " + template + " strategy file_copy");
        return server.database(name);
    }

    private static boolean isElsewhere(DataSource database) {
        try (var connection = database.getConnection()) {
            return !connection.getMetaData().getURL().startsWith(SERVER.url(""));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Elsewhere {
        static final Server SERVER = Server.start();
    }

    /** The same to one in which the platform's schema is already made. */
    static DataSource bootstrapped() {
        return copy(Bootstrapped.DATABASE);
    }

    /** The same to a copy of another one on its server, to which nobody is connected meanwhile. */
    static DataSource copy(DataSource other) {
        return create(isElsewhere(other) ? Elsewhere.SERVER : SERVER, nameOf(other));
    }

    private static String nameOf(DataSource database) {
        return strings(database, "select current_database()").getFirst();
    }

    /** A connection as the application logs in. */
    static Connection asApplication(DataSource owner) throws SQLException {
        try (var connection = owner.getConnection()) {
            var url = connection.getMetaData().getURL().replaceFirst("[?].*", "");
            return DriverManager.getConnection(url, "ondine_app", PASSWORD);
        }
    }

    /** How another process finds the database, as its owner. */
    static String url(DataSource owner) {
        try (var connection = owner.getConnection()) {
            var data = connection.getMetaData();
            return data.getURL().replaceFirst("[?].*", "") + "?user=" + data.getUserName() + "&password="
                    + URLEncoder.encode(SERVER.password(), StandardCharsets.UTF_8);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The server notices the death of a process when it next speaks to it, and then takes back what that one did. */
    static void awaitNobodyNamed(String name, DataSource source) {
        var others = "select pid, pg_sleep(0.02) from pg_stat_activity where application_name = '" + name
                + "' and datname = current_database()";
        while (!strings(source, others).isEmpty()) {
            Thread.onSpinWait();
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

    private static final class Bootstrapped {

        static final DataSource DATABASE = create();

        static {
            new OndineDatabase(DATABASE).bootstrap(PASSWORD);
        }
    }
}
