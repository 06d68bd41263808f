package fr.ondine.demo;

import fr.ondine.demo.data.DemoData;
import fr.ondine.demo.data.DemoUtility;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The zips of the utilities' billing software, written one after the other while the portals start. */
final class DataFiles {

    private final Map<String, CompletableFuture<Path>> files;

    private DataFiles(Map<String, CompletableFuture<Path>> files) {
        this.files = files;
    }

    /** Begins to write those of the utilities, in that order. */
    static DataFiles write(DemoState state, List<String> slugs) {
        var files = new DataFiles(
                slugs.stream().collect(Collectors.toMap(Function.identity(), slug -> new CompletableFuture<>())));
        Thread.ofPlatform().daemon().name("data-files").start(() -> slugs.forEach(slug -> files.write(state, slug)));
        return files;
    }

    /** That of a utility, once it is whole. */
    Path of(String slug) {
        return files.get(slug).join();
    }

    private void write(DemoState state, String slug) {
        try {
            var folder = Files.createDirectories(state.folder().resolve("imports"));
            var file = folder.resolve(slug + ".zip");
            DemoData.write(DemoUtility.of(slug), state.dataDay(), file);
            files.get(slug).complete(file);
        } catch (IOException e) {
            files.get(slug).completeExceptionally(new UncheckedIOException(e));
        } catch (RuntimeException e) {
            files.get(slug).completeExceptionally(e);
        }
    }
}
