package fr.ondine.platform.leaks;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.documents.Documents;
import fr.ondine.platform.kernel.OrderedId;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.receivables.AgreementLock;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes the files of leaks: one for each agreement and reading, whoever sees it first. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class LeakStore {

    /** A mail after the day that the invoice bears, and before it was written: both told in time. */
    private static final String TOLD_BEFORE_WRITTEN =
            "f.invoice_id is null and f.notified_on > excluded.notified_on and f.notified_on <= cast(:today as date)";

    /**
     * What an invoice says is what counts from then on, and it tells who was not told before: no sooner than it is written,
     * whatever day it bears. One that takes the place of another opens again what was decided of that other, with a month of
     * its own.
     * Numbers are looked up one by one: a join would have PostgreSQL read all invoices for a few.
     */
    private static final String OPEN = """
            with seen as (
                select * from unnest(:ids, :agreements, cast(:froms as date[]), cast(:days as date[]), :litres, :means, :zones,
                                     cast(:invoices as uuid[]), cast(:issued as date[]))
                    as s (id, agreement_id, used_from, read_on, litres, mean_litres, is_of_zone, invoice_id, issued_on)
            ), written as (
                insert into leak_file as f (id, agreement_id, used_from, read_on, litres, mean_litres, is_of_zone, state,
                        detected_at, invoice_id, notified_on, notice_channel, notice_proof, answer_by)
                select s.id, s.agreement_id, s.used_from, s.read_on, s.litres, s.mean_litres, s.is_of_zone,
                       case when s.invoice_id is null then 'DETECTED' else 'AWAITING' end, :now, s.invoice_id, s.issued_on,
                       case when s.invoice_id is not null then 'INVOICE' end,
                       (select number from invoice where id = s.invoice_id),
                       case when s.issued_on is not null
                            then (greatest(s.issued_on, cast(:today as date)) + interval '1 month')::date end
                  from seen s
                on conflict (agreement_id, read_on) do update
                   set used_from = excluded.used_from, litres = excluded.litres, mean_litres = excluded.mean_litres,
                       is_of_zone = excluded.is_of_zone, invoice_id = excluded.invoice_id,
                       first_billed_on = coalesce(f.first_billed_on, (select issued_on from invoice where id = f.invoice_id)),
                       notified_on = case when %1$s then excluded.notified_on
                                          else coalesce(f.notified_on, excluded.notified_on) end,
                       notice_channel = case when %1$s then excluded.notice_channel
                                             else coalesce(f.notice_channel, excluded.notice_channel) end,
                       notice_proof = case when %1$s then excluded.notice_proof
                                           else coalesce(f.notice_proof, excluded.notice_proof) end,
                       answer_by = case when %1$s then greatest(f.answer_by, excluded.answer_by)
                                        when f.invoice_id is null then coalesce(f.answer_by, excluded.answer_by)
                                        else greatest(f.answer_by, excluded.answer_by) end,
                       state = case when f.state = 'DETECTED' then excluded.state
                                    when f.state not in ('REFUSED', 'CREDITED') then f.state
                                    when f.certificate_on is null then 'AWAITING'
                                    when f.state = 'CREDITED' then 'CHECKED'
                                    else 'RECEIVED' end,
                       decided_at = null, decided_by = null, decision_reason = null
                 where excluded.invoice_id is not null and f.invoice_id is distinct from excluded.invoice_id
                   and (f.state not in ('REFUSED', 'CREDITED') or f.invoice_id is not null)
                returning f.id, f.invoice_id, coalesce(old.state in ('REFUSED', 'CREDITED'), false) as again
            ), fresh as (
                select w.id from written w join seen s using (id)
            ), told as (
                select id, (select number from invoice where id = invoice_id) as number from written
                 where invoice_id is not null
            ), events as (
                insert into leak_event (id, file_id, at, what, by, detail)
                select uuidv7(), id, :now, 'DETECTED', 'system', '' from fresh
                union all
                select uuidv7(), id, :now, 'REOPENED', 'system', '' from written where again
                union all
                select uuidv7(), id, :now, 'TOLD_BY_INVOICE', 'system', number from told
            )
            select id from fresh""".formatted(TOLD_BEFORE_WRITTEN);

    private final JdbcClient database;
    private final AgreementLock locks;
    private final TakenOverFiles before;
    private final Clock clock;

    LeakStore(JdbcClient database, AgreementLock locks, Documents documents, Clock clock) {
        this.database = database;
        this.locks = locks;
        this.before = new TakenOverFiles(database, documents);
        this.clock = clock;
    }

    /** By two statements however many they are; those that had no file before. */
    List<LeakFileId> open(List<SeenUse> seen) {
        before.by(seen);
        return database.sql(OPEN)
                .param("ids", seen.stream().map(one -> OrderedId.next()).toArray(UUID[]::new))
                .param("agreements", all(seen, one -> one.agreement().value(), UUID[]::new))
                .param("froms", all(seen, one -> one.use().period().from().toString(), String[]::new))
                .param("days", all(seen, one -> one.use().period().until().toString(), String[]::new))
                .param("litres", all(seen, one -> one.use().volume().litres(), Long[]::new))
                .param("means", all(seen, one -> one.use().mean().orElseThrow().litres(), Long[]::new))
                .param("zones", all(seen, one -> one.use().isOfZone(), Boolean[]::new))
                .param("invoices", texts(seen, SeenUse::invoice))
                .param("issued", texts(seen, SeenUse::issuedOn))
                .param("today", LocalDate.now(clock))
                .param("now", now())
                .query((row, number) -> new LeakFileId(row.getObject(1, UUID.class)))
                .list();
    }

    private static <T> T[] all(List<SeenUse> seen, Function<SeenUse, T> value, IntFunction<T[]> array) {
        return seen.stream().map(value).toArray(array);
    }

    private static @Nullable String[] texts(List<SeenUse> seen, Function<SeenUse, @Nullable Object> value) {
        return seen.stream()
                .map(one -> Objects.toString(value.apply(one), null))
                .toArray(String[]::new);
    }

    /** Whoever changes a file, or credits an invoice of its agreement, waits for who does so already. */
    void lock(AgreementId agreement) {
        locks.take(agreement);
    }

    /**
     * An invoice that went out without telling anything, as one that came by import; false where the file has one that stands.
     * One that takes the place of another opens again what was decided of that other; it tells of no month of its own.
     */
    boolean billed(LeakFileId id, UUID invoice) {
        return database.sql("""
                        update leak_file f
                           set invoice_id = :invoice,
                               first_billed_on = coalesce(f.first_billed_on, before.issued_on),
                               state = case when before.id is null or f.state not in ('REFUSED', 'CREDITED') then f.state
                                            when f.certificate_on is not null
                                            then case f.state when 'CREDITED' then 'CHECKED' else 'RECEIVED' end
                                            when f.notified_on is not null then 'AWAITING' else 'DETECTED' end,
                               decided_at = case when before.id is null then f.decided_at end,
                               decided_by = case when before.id is null then f.decided_by end,
                               decision_reason = case when before.id is null then f.decision_reason end
                          from (select) once left join lateral (
                                select i.id, i.issued_on from invoice i join leak_file l on l.invoice_id = i.id
                                 where l.id = :id and not (%s)) before on true
                         where f.id = :id and (f.invoice_id is null or before.id is not null)""".formatted(RelievableInvoices.stands("i")))
                        .param("invoice", invoice)
                        .param("id", id.value())
                        .update()
                > 0;
    }

    /** The first notice counts; a later one is an event. */
    void told(LeakFileId id, LocalDate on, NoticeChannel channel, String proof) {
        database.sql("""
                        update leak_file
                           set notified_on = :on, notice_channel = :channel, notice_proof = :proof, answer_by = :until,
                               state = case when state = 'DETECTED' then 'AWAITING' else state end
                         where id = :id and notified_on is null""")
                .param("on", on)
                .param("channel", channel.name())
                .param("proof", proof)
                .param("until", LeakNotice.answerBy(on))
                .param("id", id.value())
                .update();
    }

    /** The first notice counts, whatever is known of first; nobody has less time than they were told. */
    void toldOnPaper(LeakFileId id, LocalDate on, String reference) {
        database.sql("""
                        update leak_file
                           set notified_on = :on, notice_channel = 'LETTER', notice_proof = :reference,
                               answer_by = greatest(answer_by, :until),
                               state = case when state = 'DETECTED' then 'AWAITING' else state end
                         where id = :id and (notified_on is null or notified_on > :on)""")
                .param("on", on)
                .param("reference", reference)
                .param("until", LeakNotice.answerBy(on))
                .param("id", id.value())
                .update();
    }

    void mailed(List<LeakFileId> files) {
        database.sql("update leak_file set mailed_at = :now where id = any(:ids) and mailed_at is null")
                .param("now", now())
                .param("ids", files.stream().map(LeakFileId::value).toArray(UUID[]::new))
                .update();
    }

    boolean isAnyUnmailed() {
        return database.sql("select exists (select from leak_file where mailed_at is null)")
                .query(Boolean.class)
                .single();
    }

    /** So many of those that nobody was written to about, for one process alone. */
    List<LeakFileId> unmailed(int most) {
        return database.sql("select id from leak_file where mailed_at is null order by detected_at limit :most"
                        + " for no key update skip locked")
                .param("most", most)
                .query((row, number) -> new LeakFileId(row.getObject(1, UUID.class)))
                .list();
    }

    /** A better one takes the place of another, but the day of the first counts. */
    void certified(LeakFileId id, Certificate one) {
        move(database.sql("""
                        update leak_file set state = 'RECEIVED', certificate_id = :document,
                               certificate_on = least(certificate_on, :on),
                               certificate_by = :by, leak_place = :place, repaired_on = :repaired, scan = :scan
                         where id = :id and state in ('DETECTED', 'AWAITING', 'RECEIVED')""")
                .param(
                        "document",
                        one.document().map(document -> document.value()).orElse(null),
                        Types.OTHER)
                .param("on", one.receivedOn())
                .param("by", one.by())
                .param("place", one.place())
                .param("repaired", one.repairedOn())
                .param("scan", one.scan().name())
                .param("id", id.value())
                .update());
    }

    void checkAsked(LeakFileId id, LocalDate on) {
        move(database.sql("update leak_file set check_asked_on = ? where id = ? and check_asked_on is null"
                        + " and state not in ('REFUSED', 'CREDITED')")
                .params(on, id.value())
                .update());
    }

    void checkAnswered(LeakFileId id, LocalDate on) {
        move(database.sql("update leak_file set check_answered_on = ? where id = ? and check_asked_on is not null"
                        + " and check_answered_on is null and state not in ('REFUSED', 'CREDITED')")
                .params(on, id.value())
                .update());
    }

    void checked(LeakFileId id) {
        move(database.sql("update leak_file set state = 'CHECKED' where id = ? and state = 'RECEIVED'")
                .param(id.value())
                .update());
    }

    void decided(LeakFileId id, LeakState state, String by, String reason) {
        move(database.sql("""
                        update leak_file set state = :state, decided_at = :now, decided_by = :by, decision_reason = :reason
                         where id = :id and state not in ('REFUSED', 'CREDITED')""")
                .param("state", state.name())
                .param("now", now())
                .param("by", by)
                .param("reason", reason)
                .param("id", id.value())
                .update());
    }

    /** What was refused may be decided again; where it was billed since, of that invoice. */
    void reopened(LeakFileId id) {
        move(database.sql("""
                        update leak_file f
                           set state = case when certificate_on is not null then 'RECEIVED'
                                            when notified_on is not null then 'AWAITING' else 'DETECTED' end,
                               decided_at = null, decided_by = null, decision_reason = null,
                               invoice_id = coalesce(invoice_id, (
                                   select i.id from invoice i join invoice_meter m on m.invoice_id = i.id
                                    where i.agreement_id = f.agreement_id and i.kind in ('ACTUAL', 'CLOSING')
                                      and m.read_until = f.read_on and not m.is_estimated
                                    order by i.id desc limit 1))
                         where id = ? and state = 'REFUSED'""").param(id.value()).update());
    }

    private static void move(int rows) {
        if (rows == 0) {
            throw LeakRefused.over();
        }
    }

    void relieved(LeakFileId id, UUID invoice, UUID note) {
        database.sql("insert into leak_credit (invoice_id, file_id, credit_note_id) values (?, ?, ?)")
                .params(invoice, id.value(), note)
                .update();
    }

    UUID happened(LeakFileId id, LeakEvent.What what, String by, String detail) {
        return happened(id, now(), what, by, detail);
    }

    /** On another day than that on which it is written down. */
    void happened(LeakFileId id, LocalDate on, LeakEvent.What what, String by, String detail) {
        var end = on.plusDays(1).atStartOfDay(clock.getZone()).minusSeconds(1).toOffsetDateTime();
        happened(id, end.isBefore(now()) ? end : now(), what, by, detail);
    }

    /** Of what an earlier release, which reads these files too, knows no name for. */
    void stepped(LeakFileId id, LeakEvent.What what, String by, String detail) {
        database.sql("insert into leak_step (id, file_id, at, what, by, detail) values (?, ?, ?, ?, ?, ?)")
                .params(OrderedId.next(), id.value(), now(), what.name(), by, detail)
                .update();
    }

    private UUID happened(LeakFileId id, OffsetDateTime at, LeakEvent.What what, String by, String detail) {
        var event = OrderedId.next();
        database.sql("insert into leak_event (id, file_id, at, what, by, detail) values (?, ?, ?, ?, ?, ?)")
                .params(event, id.value(), at, what.name(), by, detail)
                .update();
        return event;
    }

    Optional<LeakFileId> find(AgreementId agreement, Period used) {
        return database.sql("select id from leak_file where agreement_id = ? and read_on = ?")
                .params(agreement.value(), used.until())
                .query((row, number) -> new LeakFileId(row.getObject(1, UUID.class)))
                .optional();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
