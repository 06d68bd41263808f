package fr.ondine.testing.services;

import org.postgresql.ds.PGSimpleDataSource;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** PostgreSQL and Redis in containers, for those who have a container engine. */
final class ContainerServices {

    private ContainerServices() {}

    static Services start() {
        return new Services(postgres(), redis());
    }

    @SuppressWarnings("resource") // Testcontainers removes its containers when the JVM ends
    private static Services.Database postgres() {
        var container = new PostgreSQLContainer("postgres:18-alpine").withDatabaseName("postgres");
        container.withCommand(
                "postgres -c max_connections=200 -c fsync=off -c synchronous_commit=off -c full_page_writes=off");
        container.start();
        var superuser = new PGSimpleDataSource();
        superuser.setUrl(container.getJdbcUrl());
        superuser.setUser(container.getUsername());
        superuser.setPassword(container.getPassword());
        return Owner.of(
                superuser, "jdbc:postgresql://%s:%d/".formatted(container.getHost(), container.getMappedPort(5432)));
    }

    @SuppressWarnings("resource") // Testcontainers removes its containers when the JVM ends
    private static Services.Redis redis() {
        var container = new GenericContainer<>("redis:8-alpine").withExposedPorts(6379);
        container.withCommand("redis-server", "--save", "");
        container.start();
        return new Services.Redis(container.getHost(), container.getMappedPort(6379));
    }
}
