package fr.ondine.testing.services;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** One process at a time works on a folder; the operating system lets go when the process dies, however it dies. */
record FolderLock(Path file, FileLock lock) {

    static FolderLock take(Path folder) {
        try {
            var file = Files.createDirectories(folder).resolve("lock");
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new FolderInUse(folder);
            }
            return new FolderLock(file, lock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void release() {
        try (var channel = lock.acquiredBy()) {
            lock.release();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }
}
