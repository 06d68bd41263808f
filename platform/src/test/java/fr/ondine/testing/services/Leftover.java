package fr.ondine.testing.services;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A server that a killed process left running on its data folder: found by its pid file, and only if it is really ours. */
final class Leftover {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private Leftover() {}

    /** Stops the server, if it still runs, and removes its pid file. */
    static void stop(Path dataFolder, String pidFile, String program) {
        var file = dataFolder.resolve(pidFile);
        if (!Files.exists(file)) {
            return;
        }
        try {
            pidIn(file)
                    .flatMap(ProcessHandle::of)
                    .filter(process -> isOurs(process, dataFolder, program))
                    .ifPresent(Leftover::stop);
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Long> pidIn(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("\\d{1,18}"))
                .map(Long::valueOf);
    }

    /** Numbers of processes are used again, so the number alone proves nothing: both servers work in their data folder. */
    private static boolean isOurs(ProcessHandle process, Path dataFolder, String program) {
        var command = process.info().command().orElse("unknown");
        if (!Path.of(command).getFileName().toString().startsWith(program)) {
            return false;
        }
        var workingFolder = Path.of("/proc", Long.toString(process.pid()), "cwd");
        try {
            return !Files.exists(workingFolder) || Files.isSameFile(workingFolder, dataFolder);
        } catch (IOException notOurs) {
            return false;
        }
    }

    private static void stop(ProcessHandle process) {
        process.destroy();
        if (!ends(process)) {
            process.destroyForcibly();
            if (!ends(process)) {
                throw new IllegalStateException("process " + process.pid()
                        + ", left by an earlier start, does not stop: end it, then start again.");
            }
        }
    }

    /** Whether it still does anything: one that ended but that nobody has asked about has no program any more. */
    static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    private static boolean ends(ProcessHandle process) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (runs(process)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(50));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
