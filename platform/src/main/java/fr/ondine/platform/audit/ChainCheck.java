package fr.ondine.platform.audit;

import fr.ondine.platform.audit.ChainReport.Broken;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Goes through a trail, in a transaction of whoever asks. */
record ChainCheck(JdbcClient database, ChainTables tables) {

    private static final int FETCHED = 1000;

    ChainHead head() {
        return database.sql(ChainHead.SELECT + tables.head())
                .query(ChainHead::of)
                .single();
    }

    ChainReport report(ChainHead head, KnownWitnesses known) {
        if (known.ours().stream().anyMatch(one -> !one.chain().equals(head.id()))) {
            return broken(head, known, new Broken(0, "", ChainFault.REWRITTEN));
        }
        var earlier = earlier(head);
        if (earlier.isPresent()) {
            return broken(head, known, earlier.get());
        }
        var walk = new ChainWalk(head, known);
        database.sql(tables.entries())
                .withFetchSize(FETCHED)
                .param("last", head.number())
                .query(walk);
        return walk.end();
    }

    private static ChainReport broken(ChainHead head, KnownWitnesses known, Broken broken) {
        return new ChainReport(0, head.earlier(), 0, known.ours().size(), head.firstHash(), Optional.of(broken));
    }

    /** What has no place in the chain is what was there before it began, and no more. */
    private Optional<Broken> earlier(ChainHead head) {
        var all = EntryDigest.digest();
        var count = new long[1];
        database.sql(tables.unlinked()).withFetchSize(FETCHED).query(row -> {
            count[0]++;
            all.update(EntryDigest.sha256(EntryDigest.content(row, EntryDigest.detail(null, row.getString("detail")))));
        });
        if (count[0] > head.earlier()) {
            var entry = database.sql(tables.slippedIn()).query(UUID.class).single();
            return Optional.of(new Broken(0, entry.toString(), ChainFault.SLIPPED_IN));
        }
        return count[0] == head.earlier()
                        && Arrays.equals(all.digest(), head.earlierDigest())
                        && Arrays.equals(head.beginning(), head.firstHash())
                ? Optional.empty()
                : Optional.of(new Broken(0, "", ChainFault.EARLIER_CHANGED));
    }
}
