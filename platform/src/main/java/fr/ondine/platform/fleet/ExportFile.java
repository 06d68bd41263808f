package fr.ondine.platform.fleet;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip that is written front to back, entry by entry, each with its SHA-256; as a file only its owner may read it. */
final class ExportFile implements AutoCloseable {

    private final OutputStream out;
    private final ZipOutputStream zip;
    private final SortedMap<String, String> digests = new TreeMap<>();
    private boolean finished;

    private ExportFile(OutputStream unbuffered) {
        out = new BufferedOutputStream(unbuffered, 1 << 16);
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
    }

    static ExportFile create(Path file) throws IOException {
        var options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var isPosix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        var channel = isPosix
                ? Files.newByteChannel(
                        file,
                        options,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.newByteChannel(file, options);
        return new ExportFile(Channels.newOutputStream(channel));
    }

    static ExportFile to(OutputStream out) {
        return new ExportFile(out);
    }

    /** Writes the bytes of one entry. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    void add(String name, Content content) throws IOException {
        var digest = sha256();
        zip.putNextEntry(new ZipEntry(name));
        content.writeTo(new DigestOutputStream(unclosed(zip), digest));
        zip.closeEntry();
        digests.put(name, HexFormat.of().formatHex(digest.digest()));
    }

    void add(String name, String text) throws IOException {
        add(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Adds the table of contents, made from the digests of all that is in the file, and its signature. */
    void finish(Function<Map<String, String>, ExportManifest> manifest, ExportKey key) throws IOException {
        var json = manifest.apply(Map.copyOf(digests)).json();
        add(ExportManifest.ENTRY, out -> out.write(json));
        add(ExportManifest.SIGNATURE, key.sign(json));
        finished = true;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OutputStream unclosed(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() {
                // the entry ends, the file goes on
            }
        };
    }

    /** Of what was broken off the end stays missing, so that nobody takes it for a whole one. */
    @Override
    public void close() throws IOException {
        if (finished) {
            zip.close();
        } else {
            out.close();
        }
    }
}
