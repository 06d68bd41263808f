package fr.ondine.platform.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The zip of an import. Nothing is ever unpacked to a path that the zip names, and nothing past its limits is read. */
final class Archive implements AutoCloseable {

    private static final Pattern DOCUMENT = Pattern.compile("factures/[A-Za-z0-9][A-Za-z0-9._-]{0,190}\\.pdf");

    private final ZipFile zip;
    private final ImportLimits limits;

    private Archive(ZipFile zip, ImportLimits limits) {
        this.zip = zip;
        this.limits = limits;
    }

    static Archive open(Path file, ImportLimits limits) {
        try {
            return new Archive(new ZipFile(file.toFile(), StandardCharsets.UTF_8), limits);
        } catch (ZipException notOne) {
            throw new Refused("not-a-zip");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses every entry that the format does not know, and a zip with too many of them or with nothing to read. */
    void check(Collection<Sheet> sheets, Refusals refusals) {
        var known = sheets.stream().map(Sheet::file).toList();
        if (zip.size() > limits.entries()) {
            refusals.add("", 0, "", "", new Refused("too-many-entries", limits.entries()));
            return;
        }
        if (known.stream().noneMatch(name -> zip.getEntry(name) != null)) {
            refusals.add("", 0, "", "", new Refused("nothing-to-read"));
        }
        var seen = new HashSet<String>();
        zip.stream()
                .filter(entry -> !seen.add(entry.getName()))
                .forEach(entry -> refusals.add(entry.getName(), 0, "", "", new Refused("repeated-file")));
        zip.stream()
                .filter(entry -> !entry.getName().equals("factures/") && !known.contains(entry.getName()))
                .filter(entry -> !isDocument(entry.getName()))
                .forEach(entry -> refusals.add(entry.getName(), 0, "", "", new Refused("unknown-file")));
    }

    static boolean isDocument(String name) {
        return DOCUMENT.matcher(name).matches();
    }

    Stream<String> documents() {
        return zip.stream().map(ZipEntry::getName).filter(Archive::isDocument);
    }

    Optional<InputStream> sheet(String name) throws IOException {
        var entry = zip.getEntry(name);
        return entry == null
                ? Optional.empty()
                : Optional.of(open(entry, limits.sheet().toBytes()));
    }

    /** The bytes of an original invoice. */
    byte[] document(String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null || !isDocument(name)) {
            throw new Refused("document-missing");
        }
        try (var in = open(entry, limits.document().toBytes())) {
            var bytes = in.readAllBytes();
            if (!new String(bytes, 0, Math.min(5, bytes.length), StandardCharsets.ISO_8859_1).equals("%PDF-")) {
                throw new Refused("not-a-pdf");
            }
            return bytes;
        }
    }

    private InputStream open(ZipEntry entry, long largest) throws IOException {
        var packed = Math.max(entry.getCompressedSize(), 1);
        return new BoundedStream(zip.getInputStream(entry), largest, packed * limits.ratio());
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
