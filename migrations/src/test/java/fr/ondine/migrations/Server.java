package fr.ondine.migrations;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** A PostgreSQL that these tests have to themselves, entered as its superuser. */
record Server(String address, String username, String password) {

    /** In a container if {@code ONDINE_SERVICES} asks for that, otherwise embedded. */
    static Server start() {
        return "testcontainers".equals(System.getenv("ONDINE_SERVICES")) ? inContainer() : embedded();
    }

    DataSource database(String name) {
        var source = new PGSimpleDataSource();
        source.setUrl(url(name));
        source.setUser(username);
        source.setPassword(password);
        return source;
    }

    String url(String database) {
        return "jdbc:postgresql://" + address + "/" + database;
    }

    @SuppressWarnings("resource") // Testcontainers removes its containers when the JVM ends
    private static Server inContainer() {
        var container = new PostgreSQLContainer("postgres:18-alpine").withDatabaseName("postgres");
        container.start();
        return new Server(
                container.getHost() + ":" + container.getMappedPort(5432),
                container.getUsername(),
                container.getPassword());
    }

    private static Server embedded() {
        try {
            var postgres = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("fsync", "off") // processes die here, the server does not
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(postgres)));
            return new Server("localhost:" + postgres.getPort(), "postgres", "");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void close(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
