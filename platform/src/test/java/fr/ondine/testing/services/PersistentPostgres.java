package fr.ondine.testing.services;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;

/** A PostgreSQL on a data folder that stays. */
record PersistentPostgres(EmbeddedPostgres server, Services.Database database) {

    static PersistentPostgres start(Path dataFolder, Path programs) throws IOException {
        var server = EmbeddedPostgres.builder()
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
        var database = Owner.of(server.getPostgresDatabase(), "jdbc:postgresql://localhost:" + server.getPort() + "/");
        return new PersistentPostgres(server, database);
    }

    void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
