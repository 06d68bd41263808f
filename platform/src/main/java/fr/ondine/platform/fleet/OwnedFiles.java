package fr.ondine.platform.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Temporary files that say in their names which process works on them, so that what one left that was killed is found by
 * the next, which may have the same number.
 */
record OwnedFiles(Path folder) {

    private static final Pattern NAME = Pattern.compile("ondine-import-(\\d+)-(\\d+)-.*");

    static OwnedFiles inTheUsualPlace() {
        return new OwnedFiles(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** Nobody else may read it. */
    Path create() throws IOException {
        var self = ProcessHandle.current();
        return Files.createTempFile(folder, "ondine-import-" + self.pid() + "-" + begun(self) + "-", ".zip");
    }

    void deleteLeftovers() throws IOException {
        try (var files = Files.newDirectoryStream(folder, "ondine-import-*")) {
            for (var file : files) {
                if (isLeft(file)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static boolean isLeft(Path file) {
        var name = NAME.matcher(file.getFileName().toString());
        return name.matches()
                && ProcessHandle.of(Long.parseLong(name.group(1)))
                        .filter(process -> begun(process) == Long.parseLong(name.group(2)))
                        .isEmpty();
    }

    private static long begun(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
