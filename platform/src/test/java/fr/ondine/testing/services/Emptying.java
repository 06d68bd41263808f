package fr.ondine.testing.services;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Deletes what a folder holds, but one file. */
final class Emptying {

    private Emptying() {}

    static void of(Path folder, Path kept) {
        for (var path : deepestFirst(folder)) {
            if (!path.equals(folder) && !path.equals(kept)) {
                delete(path);
            }
        }
    }

    private static List<Path> deepestFirst(Path folder) {
        try (var paths = Files.walk(folder)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
