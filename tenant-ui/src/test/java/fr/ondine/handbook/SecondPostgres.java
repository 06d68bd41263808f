package fr.ondine.handbook;

import fr.ondine.testing.services.Services;
import java.sql.DriverManager;
import java.sql.SQLException;

/** What the handbook calls {@code db2.databases}: a server on which nobody has made anything yet. */
record SecondPostgres(String server) {

    static SecondPostgres start() throws SQLException {
        var database = Services.fresh().database();
        var second =
                new SecondPostgres(database.url().substring(0, database.url().lastIndexOf('/') + 1));
        second.run("drop database ondine");
        second.run("drop role ondine_owner");
        return second;
    }

    String url() {
        return server + "ondine";
    }

    String superuser() {
        return server + "postgres?user=postgres";
    }

    private void run(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(superuser());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
