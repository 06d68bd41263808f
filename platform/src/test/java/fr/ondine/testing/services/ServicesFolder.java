package fr.ondine.testing.services;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that this process has taken for its servers, and what an earlier process left running there is stopped. */
public final class ServicesFolder {

    private final Path path;
    private final FolderLock lock;

    private ServicesFolder(Path path, FolderLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Takes the folder; fails when another process has it. */
    public static ServicesFolder take(Path path) {
        var folder = new ServicesFolder(path, FolderLock.take(path));
        Leftover.stop(folder.postgres(), "postmaster.pid", "postgres");
        Leftover.stop(folder.redis(), PersistentRedis.PID_FILE, "redis");
        return folder;
    }

    /** Deletes all that is in it. */
    public ServicesFolder emptied() {
        Emptying.of(path, lock.file());
        return this;
    }

    /** Starts the servers on it. */
    public PersistentServices open() {
        try {
            var programs = Files.createDirectories(path.resolve("programs"));
            var postgres = PersistentPostgres.start(postgres(), programs);
            return new PersistentServices(lock, postgres, PersistentRedis.start(redis(), programs));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path postgres() {
        return path.resolve("postgresql");
    }

    private Path redis() {
        return path.resolve("redis");
    }
}
