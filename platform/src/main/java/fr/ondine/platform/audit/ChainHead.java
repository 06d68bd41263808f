package fr.ondine.platform.audit;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** Where a chain began, and how far it is. */
record ChainHead(
        UUID id, Instant begunAt, long earlier, byte[] earlierDigest, byte[] firstHash, long number, byte[] hash) {

    static final String SELECT =
            "select chain_id, begun_at, earlier_entries, earlier_digest, first_hash, last_number," + " last_hash from ";

    static ChainHead of(ResultSet row, int number) throws SQLException {
        return new ChainHead(
                row.getObject("chain_id", UUID.class),
                row.getTimestamp("begun_at").toInstant(),
                row.getLong("earlier_entries"),
                row.getBytes("earlier_digest"),
                row.getBytes("first_hash"),
                row.getLong("last_number"),
                row.getBytes("last_hash"));
    }

    /** What its first entry goes on from. */
    byte[] beginning() {
        return EntryDigest.sha256(
                EntryDigest.bytes(id),
                ByteBuffer.allocate(Long.BYTES).putLong(earlier).array(),
                earlierDigest);
    }
}
