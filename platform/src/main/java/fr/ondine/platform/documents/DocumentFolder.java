package fr.ondine.platform.documents;

import fr.ondine.platform.tenancy.TenantContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** Files in a folder that all processes share. */
record DocumentFolder(Path directory) implements DocumentFiles {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentFolder.class);

    /** As the system says it: room comes back, and what is there can be read meanwhile. */
    private static final Pattern FULL = Pattern.compile("No space left|quota");

    @Override
    public Written write(DocumentId id, InputStream content) {
        var file = file(id);
        var folder = Objects.requireNonNull(file.getParent());
        try {
            Files.createDirectories(folder);
            var unfinished = Files.createTempFile(folder, "new", null);
            try {
                var written = copy(content, unfinished);
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
                force(folder);
                return written;
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] read(DocumentId id) {
        try {
            return Files.readAllBytes(file(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public InputStream open(DocumentId id) throws IOException {
        return Files.newInputStream(file(id));
    }

    @Override
    public void delete(DocumentId id) {
        delete(file(id));
    }

    @Override
    public boolean areThere() {
        return Files.exists(directory.resolve(TenantContext.current().slug()));
    }

    @Override
    public void deleteAll(String tenant) {
        try {
            FileSystemUtils.deleteRecursively(directory.resolve(tenant));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean areArriving() {
        return Files.exists(mark());
    }

    @Override
    public void arriving() {
        try {
            Files.createDirectories(directory);
            Files.createFile(mark());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void arrived() {
        delete(mark());
    }

    @Override
    public Optional<String> refusal() {
        try {
            Files.createDirectories(directory);
            Files.delete(Files.createTempFile(directory, "new", null));
        } catch (IOException e) {
            if (!FULL.matcher("" + e.getMessage()).find()) {
                return Optional.of(
                        "ondine.documents.directory is no folder that this process may write to (" + reason(e) + ").");
            }
            LOG.warn("no file can be written: {}", e.getMessage());
        }
        return Optional.empty();
    }

    private static String reason(IOException refused) {
        return refused instanceof FileSystemException told && told.getReason() != null
                ? told.getReason()
                : refused.getClass().getSimpleName().replace("Exception", "");
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Written copy(InputStream content, Path target) throws IOException {
        try (var channel = FileChannel.open(target, StandardOpenOption.WRITE);
                var digested = new DigestInputStream(content, DocumentFiles.sha256())) {
            var size = digested.transferTo(Channels.newOutputStream(channel));
            channel.force(true);
            return new Written(digested.getMessageDigest().digest(), size);
        }
    }

    /** A renamed file is only safe when its directory is written too. */
    private static void force(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private Path file(DocumentId id) {
        return directory.resolve(DocumentFiles.path(TenantContext.current().slug(), id));
    }

    private Path mark() {
        return directory.resolve(DocumentFiles.mark(TenantContext.current().slug()));
    }
}
