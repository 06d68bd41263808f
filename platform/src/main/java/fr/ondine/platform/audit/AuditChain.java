package fr.ondine.platform.audit;

import fr.ondine.platform.audit.ChainReport.Broken;
import fr.ondine.platform.tenancy.TenantContext;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Whether the bound utility's trail is the one that was written: nothing altered, removed, slipped in or cut off. */
@Service
public class AuditChain {

    private static final Logger LOG = LoggerFactory.getLogger(AuditChain.class);
    private static final int FETCHED = 1000;

    private static final String ENTRIES = """
            select l.number, l.entry_id, l.salt, l.detail_digest, l.hash,
                   e.id, e.occurred_at, e.actor, e.action, e.subject, e.detail
              from audit_link l left join audit_entry e on e.id = l.entry_id
             where l.number <= :last order by l.number""";

    private static final String UNLINKED = """
            select e.id, e.occurred_at, e.actor, e.action, e.subject, e.detail from audit_entry e
             where not exists (select from audit_link l where l.entry_id = e.id) order by e.id""";

    private static final String SLIPPED_IN = """
            select e.id from audit_entry e
             where not exists (select from audit_link l where l.entry_id = e.id)
             order by e.occurred_at desc limit 1""";

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final AuditWitnesses witnesses;

    AuditChain(JdbcClient database, TransactionTemplate transaction, AuditWitnesses witnesses) {
        this.database = database;
        this.transaction = transaction;
        this.witnesses = witnesses;
    }

    /** Goes through all of it; what is whole is witnessed. */
    public ChainReport verify() {
        var known = witnesses.known();
        var found = transaction.execute(status -> {
            var head = head();
            return new Found(head, report(head, known));
        });
        if (found.report().broken().isEmpty()) {
            witnesses.keep(
                    found.head().id(), found.head().number(), found.head().hash());
        }
        return found.report();
    }

    /** Notes how far it is, without going through it: in the platform's own tables, and in the log for elsewhere. */
    void witness() {
        var head = transaction.execute(status -> head());
        witnesses.keep(head.id(), head.number(), head.hash());
        LOG.info(
                "the audit trail of {} is at {} {}",
                TenantContext.current(),
                head.number(),
                java.util.HexFormat.of().formatHex(head.hash()));
    }

    private record Found(ChainHead head, ChainReport report) {}

    private ChainHead head() {
        return database.sql(ChainHead.SELECT).query(ChainHead::of).single();
    }

    private ChainReport report(ChainHead head, KnownWitnesses known) {
        if (known.ours().stream().anyMatch(one -> !one.chain().equals(head.id()))) {
            return broken(head, known, new Broken(0, "", ChainFault.REWRITTEN));
        }
        var earlier = earlier(head);
        if (earlier.isPresent()) {
            return broken(head, known, earlier.get());
        }
        var walk = new ChainWalk(head, known);
        database.sql(ENTRIES)
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
        database.sql(UNLINKED).withFetchSize(FETCHED).query(row -> {
            count[0]++;
            all.update(EntryDigest.sha256(EntryDigest.content(row, EntryDigest.detail(null, row.getString("detail")))));
        });
        if (count[0] > head.earlier()) {
            var entry = database.sql(SLIPPED_IN).query(UUID.class).single();
            return Optional.of(new Broken(0, entry.toString(), ChainFault.SLIPPED_IN));
        }
        return count[0] == head.earlier()
                        && Arrays.equals(all.digest(), head.earlierDigest())
                        && Arrays.equals(head.beginning(), head.firstHash())
                ? Optional.empty()
                : Optional.of(new Broken(0, "", ChainFault.EARLIER_CHANGED));
    }
}
