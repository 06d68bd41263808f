package fr.ondine.migrations;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A Liquibase changelog on the class path, known by a version computed from its text, so that a start with nothing to do
 * need not wake Liquibase.
 */
record Changelog(String root, String rights, String version, long changeSets) {

    private static final Pattern INCLUDE = Pattern.compile("file:\\s*([^\\s}]+)");
    private static final Pattern CHANGE_SET = Pattern.compile("(?m)^--changeset ");

    /** Reads the changelog at {@code root} and, unless empty, the script of rights that goes with it. */
    static Changelog read(String root, String rightsPath) {
        var texts = new ArrayList<String>();
        texts.add(resource(root));
        INCLUDE.matcher(texts.getFirst())
                .results()
                .map(found -> resource(found.group(1)))
                .forEach(texts::add);
        var changeSets = texts.stream()
                .flatMap(text -> CHANGE_SET.matcher(text).results())
                .count();
        var rights = rightsPath.isEmpty() ? "" : resource(rightsPath);
        texts.add(rights);
        return new Changelog(root, rights, digest(texts), changeSets);
    }

    static String resource(String path) {
        try (InputStream content = Changelog.class.getClassLoader().getResourceAsStream(path)) {
            if (content == null) {
                throw new IllegalStateException("No such resource: " + path);
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(List<String> texts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            texts.forEach(text -> digest.update(text.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
