package fr.ondine.platform.leaks;

import fr.ondine.platform.documents.DocumentId;
import fr.ondine.platform.documents.Documents;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Has a use that is seen by another reading continue the files that no invoice bills, yet or any more: what was used is one
 * leak, though a subscriber read the meter on one day and the service on another, or its invoice was taken back whole and
 * billed anew by a later reading. The month that was told, a certificate and what happened stay.
 */
final class TakenOverFiles {

    /**
     * Which of its agreement a use goes on, locked, so that nothing comes to one that goes; the one that is kept first: whose
     * certificate was found right, or came last, as a better one takes the place of another. What was decided of an invoice
     * that was taken back goes on with the invoice alone that takes its place.
     */
    private static final String OVERLAPPING = """
            with open as materialized (
                select f.* from leak_file f
                 where f.agreement_id = any(:agreements)
                   and (f.invoice_id is null and f.state in ('DETECTED', 'AWAITING', 'RECEIVED', 'CHECKED')
                        or exists (select from invoice i where i.id = f.invoice_id and not (%s)))
                 order by f.id for update of f)
            select s.place, array_agg(f.id order by f.certificate_on is not null and f.state in ('CHECKED', 'CREDITED') desc,
                                                    f.certificate_on desc nulls last,
                                                    f.notified_on nulls last, f.detected_at, f.id)
              from unnest(:agreements, cast(:froms as date[]), cast(:days as date[]), cast(:invoices as uuid[])) with ordinality
                    as s (agreement_id, used_from, read_on, invoice_id, place)
              join open f on f.agreement_id = s.agreement_id and f.used_from < s.read_on and s.used_from < f.read_on
               and (s.invoice_id is not null or f.state not in ('REFUSED', 'CREDITED'))
             where not exists (select from leak_file kept where kept.agreement_id = s.agreement_id and kept.read_on = s.read_on
                                  and (kept.invoice_id is not null or kept.state in ('REFUSED', 'CREDITED')))
             group by s.place having count(*) > 1 or min(f.read_on) <> min(s.read_on)""".formatted(RelievableInvoices.stands("i"));

    private static final String MERGED = """
            update leak_file kept
               set notified_on = least(kept.notified_on, gone.notified_on),
                   notice_channel = case when gone.notified_on < kept.notified_on or kept.notified_on is null
                                         then gone.notice_channel else kept.notice_channel end,
                   notice_proof = case when gone.notified_on < kept.notified_on or kept.notified_on is null
                                       then gone.notice_proof else kept.notice_proof end,
                   answer_by = greatest(kept.answer_by, gone.answer_by),
                   certificate_on = least(kept.certificate_on, gone.certificate_on),
                   check_asked_on = least(kept.check_asked_on, gone.check_asked_on),
                   check_answered_on = coalesce(kept.check_answered_on, gone.check_answered_on),
                   state = case when kept.state = 'DETECTED' and gone.state not in ('REFUSED', 'CREDITED') then gone.state
                                else kept.state end,
                   invoice_id = coalesce(kept.invoice_id, gone.invoice_id),
                   first_billed_on = least(
                       coalesce(kept.first_billed_on, (select issued_on from invoice where id = kept.invoice_id)),
                       coalesce(gone.first_billed_on, (select issued_on from invoice where id = gone.invoice_id))),
                   mailed_at = coalesce(kept.mailed_at, gone.mailed_at),
                   detected_at = least(kept.detected_at, gone.detected_at)
              from leak_file gone where kept.id = :kept and gone.id = :gone""";

    private final JdbcClient database;
    private final Documents documents;

    TakenOverFiles(JdbcClient database, Documents documents) {
        this.database = database;
        this.documents = documents;
    }

    private record Overlap(SeenUse use, List<UUID> files) {}

    /** Gives each use the file that it goes on, before it is opened: there is seldom any. */
    void by(List<SeenUse> seen) {
        database.sql(OVERLAPPING)
                .param(
                        "agreements",
                        seen.stream().map(one -> one.agreement().value()).toArray(UUID[]::new))
                .param(
                        "froms",
                        seen.stream()
                                .map(one -> one.use().period().from().toString())
                                .toArray(String[]::new))
                .param(
                        "days",
                        seen.stream()
                                .map(one -> one.use().period().until().toString())
                                .toArray(String[]::new))
                .param(
                        "invoices",
                        seen.stream()
                                .map(one -> Objects.toString(one.invoice(), null))
                                .toArray(String[]::new))
                .query((row, number) -> new Overlap(seen.get(row.getInt(1) - 1), List.of((UUID[])
                        row.getArray(2).getArray())))
                .list()
                .forEach(this::join);
    }

    private void join(Overlap overlap) {
        var kept = overlap.files().getFirst();
        overlap.files().stream().skip(1).forEach(gone -> merge(kept, gone));
        var use = overlap.use().use();
        database.sql("update leak_file set used_from = :from, read_on = :day, litres = :litres, mean_litres = :mean,"
                        + " is_of_zone = :zone where id = :id")
                .param("from", use.period().from())
                .param("day", use.period().until())
                .param("litres", use.volume().litres())
                .param("mean", use.mean().orElseThrow().litres())
                .param("zone", use.isOfZone())
                .param("id", kept)
                .update();
    }

    private void merge(UUID kept, UUID gone) {
        database.sql(MERGED).param("kept", kept).param("gone", gone).update();
        for (var table : List.of("leak_event", "leak_step", "leak_mail", "leak_merged", "leak_credit")) {
            database.sql("update " + table + " set file_id = ? where file_id = ?")
                    .params(kept, gone)
                    .update();
        }
        database.sql("insert into leak_merged (gone_id, file_id) values (?, ?)")
                .params(gone, kept)
                .update();
        var picture = database.sql("delete from leak_file where id = ? returning certificate_id")
                .param(gone)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .single();
        picture.map(DocumentId::new).ifPresent(documents::deleteWhenCommitted);
    }
}
