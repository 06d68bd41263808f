package fr.ondine.testing.services;

import java.nio.file.Path;

/** PostgreSQL and Redis that keep their data in one folder, for the demonstration: they outlive a {@code kill -9}. */
public final class PersistentServices implements AutoCloseable {

    private final FolderLock lock;
    private final PersistentPostgres postgres;
    private final PersistentRedis redis;

    PersistentServices(FolderLock lock, PersistentPostgres postgres, PersistentRedis redis) {
        this.lock = lock;
        this.postgres = postgres;
        this.redis = redis;
    }

    /** Takes the folder for this process, stops what a killed process left running on it, and starts both. */
    public static PersistentServices open(Path folder) {
        return ServicesFolder.take(folder).open();
    }

    /** The same with nothing kept of what was there. */
    public static PersistentServices openEmptied(Path folder) {
        return ServicesFolder.take(folder).emptied().open();
    }

    /** Where they are. */
    public Services services() {
        return new Services(postgres.database(), redis.address());
    }

    /** Brings PostgreSQL to rest, so that what is measured next does not pay for what was done before. */
    public void settle() {
        postgres.settle();
    }

    /** Stops both, then lets the folder go. */
    @Override
    public void close() {
        redis.stop();
        postgres.stop();
        lock.release();
    }
}
