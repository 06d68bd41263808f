package fr.ondine.handbook;

import java.sql.DriverManager;
import java.sql.SQLException;

/** As much of psql as the handbook uses: one command, by the superuser. */
final class Psql {

    private Psql() {}

    public static void main(String[] arguments) throws SQLException {
        try (var connection = DriverManager.getConnection(System.getenv("SUPERUSER"));
                var statement = connection.createStatement()) {
            statement.execute(arguments[0]);
        }
    }
}
