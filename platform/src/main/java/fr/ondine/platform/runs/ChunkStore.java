package fr.ondine.platform.runs;

import static java.util.stream.Collectors.toMap;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.CopyText;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What became of a chunk, written in the transaction that does it. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ChunkStore {

    private static final int ROOM = 128;

    private final JdbcClient database;
    private final JdbcTemplate copies;
    private final Clock clock;

    ChunkStore(JdbcClient database, JdbcTemplate copies, Clock clock) {
        this.database = database;
        this.copies = copies;
        this.clock = clock;
    }

    /** Whether a run is in that state; until the transaction ends it cannot be stopped. */
    boolean isGoingOn(RunId run, RunState state) {
        return database.sql("select state = :state and not is_paused from billing_run where id = :run for share")
                .param("run", run.value())
                .param("state", state.name())
                .query(Boolean.class)
                .single();
    }

    /** False when it was simulated before. */
    boolean simulated(Chunk chunk, Computed computed) {
        return database.sql("""
                        update billing_chunk set drafts = :drafts, parked = :parked, net_amount = :net, vat_amount = :vat,
                               simulated_at = :now
                         where run_id = :run and number = :number and simulated_at is null""")
                        .param("drafts", computed.drafts().size())
                        .param("parked", computed.parked().size())
                        .param("net", computed.sum(Bill::net).amount())
                        .param("vat", computed.sum(Bill::vat).amount())
                        .param("now", now())
                        .param("run", chunk.run().value())
                        .param("number", chunk.number())
                        .update()
                == 1;
    }

    /** False when it was issued before. */
    boolean issued(Chunk chunk, Computed computed) {
        database.sql("delete from billing_draft where run_id = :run and agreement_id between :first and :last")
                .param("run", chunk.run().value())
                .param("first", chunk.first())
                .param("last", chunk.last())
                .update();
        return database.sql("""
                        update billing_chunk set issued = :issued, net_amount = :net, vat_amount = :vat, issued_at = :now
                         where run_id = :run and number = :number and issued_at is null""")
                        .param("issued", computed.drafts().size())
                        .param("net", computed.sum(Bill::net).amount())
                        .param("vat", computed.sum(Bill::vat).amount())
                        .param("now", now())
                        .param("run", chunk.run().value())
                        .param("number", chunk.number())
                        .update()
                == 1;
    }

    void keep(RunId run, Computed computed) {
        var rows = new CopyText(computed.drafts().size() * ROOM);
        for (var draft : computed.drafts()) {
            rows.row(
                    run.value(),
                    draft.one().agreement().value(),
                    draft.bill().net().amount(),
                    draft.bill().vat().amount(),
                    draft.bill().volume().litres(),
                    draft.brief());
        }
        copies.execute((ConnectionCallback<Boolean>) connection -> {
            rows.into("billing_draft (run_id, agreement_id, net_amount, vat_amount, litres, digest)", connection);
            return true;
        });
        park(run, computed.parked());
        repaired(run, computed);
    }

    /** What was set aside before, and is billed now. */
    private void repaired(RunId run, Computed computed) {
        database.sql(
                        "update billing_parked set repaired_at = :now where run_id = :run and agreement_id = any(:agreements)")
                .param("now", now())
                .param("run", run.value())
                .param(
                        "agreements",
                        computed.drafts().stream()
                                .map(draft -> draft.one().agreement().value())
                                .toArray(UUID[]::new))
                .update();
    }

    /** Counts what was found anew of some agreements of a chunk that were set aside: it issues them with its others. */
    void recount(RunId run, AgreementId agreement, Computed computed) {
        database.sql("""
                        update billing_chunk set drafts = drafts + :drafts, parked = parked - :drafts,
                               net_amount = net_amount + :net, vat_amount = vat_amount + :vat
                         where run_id = :run and :agreement between first_agreement and last_agreement""")
                .param("drafts", computed.drafts().size())
                .param("net", computed.sum(Bill::net).amount())
                .param("vat", computed.sum(Bill::vat).amount())
                .param("run", run.value())
                .param("agreement", agreement.value())
                .update();
    }

    void park(RunId run, Map<AgreementId, Parked> parked) {
        if (parked.isEmpty()) {
            return;
        }
        database.sql("""
                        insert into billing_parked (run_id, agreement_id, reason, detail)
                        select :run, * from unnest(:agreements, :reasons, :details)
                        on conflict (run_id, agreement_id)
                            do update set reason = excluded.reason, detail = excluded.detail, repaired_at = null""")
                .param("run", run.value())
                .param(
                        "agreements",
                        parked.keySet().stream().map(AgreementId::value).toArray(UUID[]::new))
                .param("reasons", texts(parked, why -> why.reason().name()))
                .param("details", texts(parked, Parked::detail))
                .update();
    }

    private static String[] texts(Map<AgreementId, Parked> parked, Function<Parked, String> text) {
        return parked.values().stream().map(text).toArray(String[]::new);
    }

    /** How many credit notes its agreements have: one more, and what they owe is found out anew. */
    @Transactional(propagation = Propagation.REQUIRED, readOnly = true)
    public long credits(Chunk chunk) {
        return database.sql("select count(*) from invoice where agreement_id between :first and :last"
                        + " and total_amount < 0")
                .param("first", chunk.first())
                .param("last", chunk.last())
                .query(Long.class)
                .single();
    }

    /** What was simulated of it, each by the digest of what it said. */
    @Transactional(propagation = Propagation.REQUIRED, readOnly = true)
    public Map<AgreementId, Long> drafts(Chunk chunk) {
        return database
                .sql("select agreement_id, digest from billing_draft where run_id = :run"
                        + " and agreement_id between :first and :last")
                .param("run", chunk.run().value())
                .param("first", chunk.first())
                .param("last", chunk.last())
                .query((row, number) -> Map.entry(new AgreementId(row.getObject(1, UUID.class)), row.getLong(2)))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
