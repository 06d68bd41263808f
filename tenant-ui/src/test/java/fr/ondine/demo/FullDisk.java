package fr.ondine.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells whether something failed because the disk filled up on the way, whoever noticed it. */
final class FullDisk {

    private static final long NEXT_TO_NOTHING = 16L * 1024 * 1024;
    private static final String DISK_FULL = "53100"; // PostgreSQL's

    private FullDisk() {}

    /** What to do about it, in one sentence. */
    static String sentence(Path folder) {
        return "the disk filled up during the start: make room under " + folder + " (1500 MB are needed), then start"
                + " again, with --reset if that does not suffice.";
    }

    /** Named by the failure itself; a server that ended for it says nothing, but then there is no room left. */
    static boolean stopped(Throwable failed, Path folder) {
        return isNamedBy(failed) || hasNoRoom(folder);
    }

    static boolean isNamedBy(Throwable failed) {
        return Stream.iterate(failed, Objects::nonNull, Throwable::getCause)
                .anyMatch(one -> isOurs(one.getMessage()) || isPostgres(one));
    }

    private static boolean isOurs(@Nullable String message) {
        return message != null
                && (message.contains("No space left on device") || message.contains("Disk quota exceeded"));
    }

    private static boolean isPostgres(Throwable failed) {
        return failed instanceof SQLException refused && DISK_FULL.equals(refused.getSQLState());
    }

    private static boolean hasNoRoom(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace() < NEXT_TO_NOTHING;
        } catch (IOException unknown) {
            return false;
        }
    }
}
