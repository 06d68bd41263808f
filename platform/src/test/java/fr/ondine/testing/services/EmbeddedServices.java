package fr.ondine.testing.services;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import redis.embedded.RedisServer;

/** Throw-away PostgreSQL and Redis from binaries in jars: quick, and nothing they hold survives the JVM. */
final class EmbeddedServices {

    private EmbeddedServices() {}

    static Services start() {
        return new Services(postgres(), redis());
    }

    static Services.Database postgres() {
        try {
            // its own shutdown hook stops it and deletes its data
            var server = EmbeddedPostgres.builder()
                    .setPort(FreePorts.one())
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    .start();
            return Owner.of(server.getPostgresDatabase(), "jdbc:postgresql://localhost:" + server.getPort() + "/");
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL did not start.", e);
        }
    }

    private static Services.Redis redis() {
        var port = FreePorts.one();
        // its own shutdown hook stops it
        RedisServer.builder().port(port).setting("save \"\"").build().start();
        return new Services.Redis("127.0.0.1", port);
    }
}
