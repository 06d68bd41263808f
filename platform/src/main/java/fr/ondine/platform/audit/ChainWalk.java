package fr.ondine.platform.audit;

import fr.ondine.platform.audit.ChainReport.Broken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Goes along the places of a chain, one after the other, until one is wrong. */
final class ChainWalk implements RowCallbackHandler {

    private final ChainHead head;
    private final KnownWitnesses known;
    private final List<AuditWitness> witnesses;
    private byte[] hash;
    private long number;
    private long erased;
    private @Nullable Broken broken;

    ChainWalk(ChainHead head, KnownWitnesses known) {
        this.head = head;
        this.known = known;
        this.witnesses = known.ours();
        this.hash = head.firstHash();
    }

    @Override
    public void processRow(ResultSet row) throws SQLException {
        if (broken == null) {
            step(row);
        }
    }

    private void step(ResultSet row) throws SQLException {
        var expected = number + 1;
        var entry = row.getObject("entry_id", UUID.class).toString();
        if (row.getLong("number") != expected) {
            broken = new Broken(expected, "", ChainFault.REMOVED);
            return;
        }
        if (row.getObject("id") == null) {
            broken = new Broken(expected, entry, ChainFault.REMOVED);
            return;
        }
        var next = EntryDigest.sha256(
                hash, EntryDigest.bytes(expected), EntryDigest.content(row, row.getBytes("detail_digest")));
        if (!isDetail(row) || !Arrays.equals(next, row.getBytes("hash"))) {
            broken = new Broken(expected, entry, ChainFault.ALTERED);
            return;
        }
        number = expected;
        hash = next;
        if (witnesses.stream().anyMatch(one -> one.number() == expected && !Arrays.equals(one.hash(), next))) {
            broken = new Broken(expected, entry, ChainFault.REWRITTEN);
        }
    }

    /** One that was erased has neither words nor salt, and its digest says nothing to anybody. */
    private boolean isDetail(ResultSet row) throws SQLException {
        var salt = row.getBytes("salt");
        var detail = row.getString("detail");
        if (salt == null && detail == null) {
            erased++;
            return true;
        }
        return salt != null && Arrays.equals(EntryDigest.detail(salt, detail), row.getBytes("detail_digest"));
    }

    /** What the walk came to, with what its end says. */
    ChainReport end() {
        if (broken == null && isShort()) {
            broken = new Broken(number + 1, "", ChainFault.CUT_OFF);
        }
        return new ChainReport(number, head.earlier(), erased, witnesses.size(), hash, wrong());
    }

    /** Of an entry, or else of what the entries are compared with: cut short, a trail agrees with what is left of it. */
    private Optional<Broken> wrong() {
        return Optional.ofNullable(broken)
                .or(() -> known.others().stream().findFirst().map(Broken::of));
    }

    private boolean isShort() {
        return number != head.number()
                || !Arrays.equals(hash, head.hash())
                || witnesses.stream().anyMatch(one -> one.number() > number);
    }
}
