package fr.ondine.testing.services;

import java.util.Map;

/** Where the database and Redis of this run are, and who may enter. */
public record Services(Database database, Redis redis) {

    /** A PostgreSQL database, its owner who migrates it, and the password of the role the application logs in with. */
    public record Database(String url, String ownerUsername, String ownerPassword, String appPassword) {}

    /** The address of a Redis server. */
    public record Redis(String host, int port) {}

    /** The services of this JVM: started at the first call, stopped when the JVM ends. */
    public static Services shared() {
        return Shared.SERVICES;
    }

    /** Those of another platform, on servers of their own; started at the first call, stopped when the JVM ends. */
    public static Services elsewhere() {
        return Elsewhere.SERVICES;
    }

    /** A second database cluster of this platform. */
    public static Database cluster() {
        return Cluster.DATABASE;
    }

    /** An empty database on a server of its own, and the Redis of this run: for a platform that nobody else meets. */
    public static Services fresh() {
        return new Services(EmbeddedServices.postgres(), shared().redis());
    }

    /** The same as Spring properties. */
    public Map<String, String> properties() {
        return Map.of(
                "ondine.database.url", database.url(),
                "ondine.database.owner-username", database.ownerUsername(),
                "ondine.database.owner-password", database.ownerPassword(),
                "ondine.database.app-password", database.appPassword(),
                "spring.data.redis.host", redis.host(),
                "spring.data.redis.port", Integer.toString(redis.port()));
    }

    /** Started when first asked for, once. */
    private static final class Shared {
        static final Services SERVICES = Choice.ofThisRun().start();
    }

    private static final class Elsewhere {
        static final Services SERVICES = EmbeddedServices.start();
    }

    private static final class Cluster {
        static final Database DATABASE = EmbeddedServices.postgres();
    }
}
