package fr.ondine.testing.services;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The role that owns and migrates the database: no superuser, as in production. */
final class Owner {

    private static final String NAME = "ondine_owner";
    private static final String PASSWORD = "owner";
    static final String DATABASE = "ondine";

    private Owner() {}

    /** Makes the role and its database where they are missing. */
    static Services.Database of(DataSource superuser, String serverUrl) {
        try (var connection = superuser.getConnection()) {
            if (isMissing(connection, "select from pg_roles where rolname = '" + NAME + "'")) {
                run(connection, "create role %s login createrole password '%s'".formatted(NAME, PASSWORD));
            }
            if (isMissing(connection, "select from pg_database where datname = '" + DATABASE + "'")) {
                run(connection, "create database %s owner %s".formatted(DATABASE, NAME));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database and its owner could not be created.", e);
        }
        return new Services.Database(serverUrl + DATABASE, NAME, PASSWORD, "app");
    }

    private static boolean isMissing(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }

    private static void run(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
