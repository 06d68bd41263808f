package fr.ondine.testing.services;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** PostgreSQL and Redis that keep their data in one folder, for the demonstration: they outlive a {@code kill -9}. */
public final class PersistentServices implements AutoCloseable {

    private final FolderLock lock;
    private final PersistentPostgres postgres;
    private final PersistentRedis redis;

    private PersistentServices(FolderLock lock, PersistentPostgres postgres, PersistentRedis redis) {
        this.lock = lock;
        this.postgres = postgres;
        this.redis = redis;
    }

    /** Takes the folder for this process, stops what a killed process left running on it, and starts both. */
    public static PersistentServices open(Path folder) {
        return open(FolderLock.take(folder), folder);
    }

    /** The same with nothing kept of what was there. */
    public static PersistentServices openEmptied(Path folder) {
        var lock = FolderLock.take(folder);
        stopLeftovers(folder);
        Emptying.of(folder, lock.file());
        return open(lock, folder);
    }

    /** Where they are. */
    public Services services() {
        return new Services(postgres.database(), redis.address());
    }

    /** Stops both, then lets the folder go. */
    @Override
    public void close() {
        redis.stop();
        postgres.stop();
        lock.release();
    }

    private static PersistentServices open(FolderLock lock, Path folder) {
        try {
            stopLeftovers(folder);
            var programs = Files.createDirectories(folder.resolve("programs"));
            var postgres = PersistentPostgres.start(postgresFolder(folder), programs);
            return new PersistentServices(lock, postgres, PersistentRedis.start(redisFolder(folder), programs));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stopLeftovers(Path folder) {
        Leftover.stop(postgresFolder(folder), "postmaster.pid", "postgres");
        Leftover.stop(redisFolder(folder), PersistentRedis.PID_FILE, "redis");
    }

    private static Path postgresFolder(Path folder) {
        return folder.resolve("postgresql");
    }

    private static Path redisFolder(Path folder) {
        return folder.resolve("redis");
    }
}
