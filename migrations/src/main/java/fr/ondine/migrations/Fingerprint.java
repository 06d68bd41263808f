package fr.ondine.migrations;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** What a schema is really made of, to be compared with what its changelog makes from empty. */
record Fingerprint(List<String> parts) {

    private static final Pattern BETWEEN = Pattern.compile("\\x1e");
    private static final String QUERY = Changelog.resource("db/fingerprint.sql");

    static Fingerprint of(String schema, Connection connection) throws SQLException {
        try (var query = connection.prepareStatement(QUERY)) {
            query.setString(1, schema);
            try (var rows = query.executeQuery()) {
                rows.next();
                var parts = rows.getString(1);
                return parts == null ? new Fingerprint(List.of()) : of(parts, schema);
            }
        }
    }

    /** Without the schema's own name: equal schemas have equal fingerprints. */
    private static Fingerprint of(String parts, String schema) {
        var name = Pattern.compile("\\b" + schema + "\\b\\.?");
        return new Fingerprint(BETWEEN.splitAsStream(parts)
                .map(part -> name.matcher(part).replaceAll(""))
                .sorted()
                .toList());
    }

    /** A short form for the registry. */
    String digest() {
        try {
            var bytes = String.join("\n", parts).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first difference, in words that lead an operator to the fault. */
    String firstDifferenceFrom(Fingerprint expected) {
        var missing = new ArrayList<>(expected.parts);
        missing.removeAll(parts);
        if (!missing.isEmpty()) {
            return "missing: " + missing.getFirst();
        }
        var unexpected = new ArrayList<>(parts);
        unexpected.removeAll(expected.parts);
        return unexpected.isEmpty() ? "none" : "unexpected: " + unexpected.getFirst();
    }
}
