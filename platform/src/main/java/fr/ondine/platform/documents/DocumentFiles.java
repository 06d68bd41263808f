package fr.ondine.platform.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/**
 * The files of the bound utility's documents: each is there whole or not at all, under a name that tells nothing.
 *
 * <p>What cannot be done is an {@link UncheckedIOException}; of a file that is not there, because of a
 * {@link java.nio.file.NoSuchFileException}.
 */
interface DocumentFiles {

    /** What a file was found to be while it was written. */
    record Written(byte[] sha256, long size) {}

    /** Survives a power cut once it has returned; a crash before that leaves at most a file that nothing refers to. */
    Written write(DocumentId id, InputStream content);

    byte[] read(DocumentId id);

    InputStream open(DocumentId id) throws IOException;

    /** Does nothing where there is none. */
    void delete(DocumentId id);

    /** Whether the utility has files, or had and has a place for them. */
    boolean areThere();

    /** Removes all that a utility has. */
    void deleteAll(String tenant);

    /** A mark beside the files: they are arriving, and nothing needs them yet. */
    boolean areArriving();

    void arriving();

    void arrived();

    /** The setting that keeps files from ever being kept there, in a sentence; what is away or full for a while has none. */
    Optional<String> refusal();

    static MessageDigest sha256() {
        return digest("SHA-256");
    }

    static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By which the folder and the bucket call a file, so that one is copied to the other as it is. */
    static String path(String tenant, DocumentId id) {
        var name = id.value().toString();
        return tenant + "/" + name.substring(0, 2) + "/" + name;
    }

    static String mark(String tenant) {
        return tenant + ".arriving"; // no short name of a utility holds a dot
    }
}
