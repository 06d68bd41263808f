package fr.ondine.platform.documents;

import fr.ondine.platform.tenancy.TenantContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.springframework.stereotype.Component;

/** The files of the bound utility's documents: each is there whole or not at all, under a name that tells nothing. */
@Component
class DocumentFiles {

    private final DocumentSettings settings;

    DocumentFiles(DocumentSettings settings) {
        this.settings = settings;
    }

    /** What a file was found to be while it was written. */
    record Written(byte[] sha256, long size) {}

    /** Survives a power cut once it has returned; a crash before that leaves at most a file that nothing refers to. */
    Written write(DocumentId id, InputStream content) {
        var folder = folder(id);
        try {
            Files.createDirectories(folder);
            var unfinished = Files.createTempFile(folder, "new", null);
            try {
                var written = copy(content, unfinished);
                Files.move(unfinished, file(id), StandardCopyOption.ATOMIC_MOVE);
                force(folder);
                return written;
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] read(DocumentId id) {
        try {
            return Files.readAllBytes(file(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    InputStream open(DocumentId id) throws IOException {
        return Files.newInputStream(file(id));
    }

    void delete(DocumentId id) {
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Written copy(InputStream content, Path target) throws IOException {
        try (var channel = FileChannel.open(target, StandardOpenOption.WRITE);
                var digested = new DigestInputStream(content, sha256())) {
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
        return folder(id).resolve(id.value().toString());
    }

    private Path folder(DocumentId id) {
        return settings.of(TenantContext.current().slug())
                .resolve(id.value().toString().substring(0, 2));
    }
}
