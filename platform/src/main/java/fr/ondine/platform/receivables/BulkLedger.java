package fr.ondine.platform.receivables;

import fr.ondine.platform.kernel.CopyText;
import fr.ondine.platform.kernel.LateIds;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Posts thousands of entries that were never posted before, by COPY and in the transaction of the caller. */
@Component
public class BulkLedger {

    private static final int ROOM = 256;

    private final Clock clock;

    BulkLedger(Clock clock) {
        this.clock = clock;
    }

    /** All of them, or none: that one was posted before is an error. */
    public void post(Collection<LedgerEntry> entries, Connection connection) throws SQLException {
        var ids = new LateIds();
        prepare(entries, ids).post(ids.give(), connection);
    }

    /** Entries as rows, made before the transaction that posts them. */
    public record Ready(CopyText facts, CopyText postings) {

        /** All of them, or none, and once. */
        public void post(LateIds.Given ids, Connection connection) throws SQLException {
            facts.into("ledger_entry (id, kind, source, effective_on, recorded_at, description)", ids, connection);
            say("whole", connection);
            postings.into("posting (entry_id, position, account, agreement_id, invoice_id, amount)", ids, connection);
            say("", connection);
        }
    }

    /** Recorded at this moment, under identifiers that are given when they are posted. */
    public Ready prepare(Collection<LedgerEntry> entries, LateIds ids) {
        var now = clock.instant();
        var facts = new CopyText(entries.size() * ROOM);
        var postings = new CopyText(entries.size() * ROOM * 2);
        for (var entry : entries) {
            var id = ids.next();
            facts.row(id, entry.kind(), entry.source(), entry.effectiveOn(), now, entry.description());
            var position = 0;
            for (var posting : entry.postings()) {
                var receivable = posting.receivable();
                postings.row(
                        id,
                        position++,
                        posting.account(),
                        posting.agreement().value(),
                        receivable == null ? null : receivable.value(),
                        posting.amount().amount());
            }
        }
        return new Ready(facts, postings);
    }

    /** Whether each statement posts whole entries: the database then looks at all of them together, and at once. */
    private static void say(String postings, Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local ondine.postings = '" + postings + "'");
        }
    }
}
