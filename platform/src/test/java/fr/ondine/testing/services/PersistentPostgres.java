package fr.ondine.testing.services;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL on a data folder that stays. */
record PersistentPostgres(EmbeddedPostgres server, Services.Database database) {

    static PersistentPostgres start(Path dataFolder, Path programs) throws IOException {
        var server = EmbeddedPostgres.builder()
                .setPort(FreePorts.one()) // the library's own choice may be another's by the time that it is used
                .setDataDirectory(dataFolder)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(programs.toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofMinutes(2)) // after a kill it replays its log first
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("fsync", "on") // the library starts it without, and without the next
                .setServerConfig("synchronous_commit", "on")
                .start();
        if (!Files.exists(dataFolder.resolve("postmaster.pid"))) {
            throw new IOException("another server answers at port " + server.getPort());
        }
        var database = Owner.of(server.getPostgresDatabase(), "jdbc:postgresql://localhost:" + server.getPort() + "/");
        return new PersistentPostgres(server, database);
    }

    /** Does at once what the server does by itself within minutes of much work: clears its catalogue up, writes all down. */
    void settle() {
        try (var connection = server.getDatabase("postgres", Owner.DATABASE).getConnection();
                var statement = connection.createStatement()) {
            for (var table : catalogue(statement)) {
                statement.execute("vacuum (analyze) " + table);
            }
            statement.execute("checkpoint");
        } catch (SQLException e) {
            throw new IllegalStateException("The server could not settle.", e);
        }
    }

    private static List<String> catalogue(Statement statement) throws SQLException {
        try (var rows = statement.executeQuery(
                "select oid::regclass from pg_class where relnamespace = 'pg_catalog'::regnamespace and relkind = 'r'")) {
            var tables = new ArrayList<String>();
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
            return tables;
        }
    }

    void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
