package fr.ondine.platform.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the database digests of an entry, found again from its row: the same bytes, by other code. */
final class EntryDigest {

    private static final long MICROS = 1_000_000;

    private EntryDigest() {}

    /** An entry as its place in the chain has it. */
    static byte[] content(ResultSet row, byte[] detailDigest) throws SQLException {
        var at = row.getObject("occurred_at", OffsetDateTime.class).toInstant();
        return joined(
                bytes(row.getObject("id", UUID.class)),
                bytes(at.getEpochSecond() * MICROS + at.getNano() / 1000),
                field(row.getString("actor")),
                field(row.getString("action")),
                field(row.getString("subject")),
                detailDigest);
    }

    static byte[] detail(byte @Nullable [] salt, @Nullable String detail) {
        return sha256(
                salt == null ? new byte[0] : salt, (detail == null ? "" : detail).getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sha256(byte[]... parts) {
        return digest().digest(joined(parts));
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    static byte[] bytes(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    private static byte[] field(String words) {
        var bytes = words.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + bytes.length)
                .putInt(bytes.length)
                .put(bytes)
                .array();
    }

    private static byte[] joined(byte[]... parts) {
        var length = 0;
        for (var part : parts) {
            length += part.length;
        }
        var all = ByteBuffer.allocate(length);
        for (var part : parts) {
            all.put(part);
        }
        return all.array();
    }
}
