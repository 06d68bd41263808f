package fr.ondine.platform.fleet;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;

/** An export that is being taken in. Nothing of it is used before its passphrase, its signature and every digest fit. */
final class ArrivingFile implements AutoCloseable {

    private static final int LONGEST_MANIFEST = 256 << 20;

    private final ZipFile zip;
    private final ExportManifest manifest;
    private final ExportKey key;

    private ArrivingFile(ZipFile zip, ExportManifest manifest, ExportKey key) {
        this.zip = zip;
        this.manifest = manifest;
        this.key = key;
    }

    static ArrivingFile open(Path file, String passphrase) throws IOException {
        var zip = zip(file);
        try {
            var json = small(zip, ExportManifest.ENTRY);
            var manifest = manifest(json);
            var key = ExportKey.of(passphrase, HexFormat.of().parseHex(manifest.salt()));
            refuseUnless(same(key.check(), manifest.check()), "wrong-passphrase");
            var signature = new String(small(zip, ExportManifest.SIGNATURE), StandardCharsets.US_ASCII);
            refuseUnless(same(key.sign(json), signature), "altered", ExportManifest.ENTRY);
            return new ArrivingFile(zip, manifest, key);
        } catch (IllegalArgumentException unreadable) {
            zip.close();
            throw new TransferRefused("altered", ExportManifest.ENTRY);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    ExportManifest manifest() {
        return manifest;
    }

    ExportKey key() {
        return key;
    }

    /** Reads all of it once: every entry is there, is what it was, and nothing was added. */
    void verify(TransferProgress progress) throws IOException {
        var names = new HashSet<String>();
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            var name = entries.nextElement().getName();
            refuseUnless(names.add(name), "altered", name);
        }
        names.remove(ExportManifest.ENTRY);
        names.remove(ExportManifest.SIGNATURE);
        for (var expected : manifest.sha256().entrySet()) {
            var name = expected.getKey();
            refuseUnless(names.remove(name) && same(digest(name), expected.getValue()), "altered", name);
        }
        names.stream().findFirst().ifPresent(more -> {
            throw new TransferRefused("altered", more);
        });
        progress.at("verified", manifest.sha256().size());
    }

    InputStream open(String name) throws IOException {
        var entry = zip.getEntry(name);
        refuseUnless(entry != null, "altered", name);
        return new BufferedInputStream(zip.getInputStream(entry), 1 << 16);
    }

    String text(String name) throws IOException {
        return new String(small(zip, name), StandardCharsets.UTF_8);
    }

    private String digest(String name) throws IOException {
        var digest = ExportFile.sha256();
        try (var in = open(name);
                var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            in.transferTo(out);
        } catch (ZipException | EOFException damaged) {
            throw new TransferRefused("altered", name);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static ZipFile zip(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException cutOff) {
            throw new TransferRefused("not-whole", file.getFileName());
        }
    }

    private static ExportManifest manifest(byte[] json) {
        try {
            var manifest = ExportManifest.read(json);
            refuseUnless(manifest.format() == ExportManifest.FORMAT, "format", manifest.format());
            return manifest;
        } catch (JacksonException unreadable) {
            throw new TransferRefused("altered", ExportManifest.ENTRY);
        }
    }

    private static byte[] small(ZipFile zip, String name) throws IOException {
        var entry = zip.getEntry(name);
        refuseUnless(entry != null, "not-an-export", Path.of(zip.getName()).getFileName());
        try (var in = zip.getInputStream(entry)) {
            return in.readNBytes(LONGEST_MANIFEST);
        } catch (ZipException | EOFException damaged) {
            throw new TransferRefused("altered", name);
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static void refuseUnless(boolean holds, String code, Object... values) {
        if (!holds) {
            throw new TransferRefused(code, values);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
