package fr.ondine.platform.leaks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which mails told somebody of a file: one that its server refused for good told nobody. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class LeakMails {

    /**
     * What is left to tell of the use where a mail told nobody: another mail, the invoice, or a letter. An invoice that took
     * the place of another has a month of its own, whatever told of the first.
     */
    private static final String WITHDRAW = """
            update leak_file f
               set notified_on = left_one.day, notice_channel = left_one.channel, notice_proof = left_one.proof,
                   answer_by = greatest((left_one.told + interval '1 month')::date, (
                       select (max(greatest(i.issued_on, (e.at at time zone :zone)::date)) + interval '1 month')::date
                         from leak_event e join invoice i on i.number = e.detail
                        where e.file_id = :file and e.what = 'TOLD_BY_INVOICE' and i.issued_on > f.first_billed_on)),
                   state = case when left_one.day is null and f.state = 'AWAITING' then 'DETECTED' else f.state end
              from (select) once left join lateral (
                    select m.sent_on as day, m.sent_on as told, 'MAIL' as channel, m.reader as proof from leak_mail m
                     where m.file_id = :file and m.decision is null and m.returned_at is null
                    union all
                    select i.issued_on, greatest(i.issued_on, (e.at at time zone :zone)::date), 'INVOICE', e.detail
                      from leak_event e join invoice i on i.number = e.detail
                     where e.file_id = :file and e.what = 'TOLD_BY_INVOICE'
                    union all
                    select (e.at at time zone :zone)::date, (e.at at time zone :zone)::date, 'LETTER', e.detail from leak_event e
                     where e.file_id = :file and e.what = 'TOLD_BY_LETTER'
                    order by day limit 1) left_one on true
             where f.id = :file and f.notice_channel = 'MAIL' and f.state not in ('REFUSED', 'CREDITED')
               and not exists (select from leak_mail m where m.file_id = f.id and m.decision is null and m.returned_at is null
                                  and m.sent_on <= f.notified_on)""";

    private final JdbcClient database;
    private final Clock clock;

    LeakMails(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A mail by which somebody was told. */
    record Sent(UUID source, LeakFileId file, boolean isNotice, String reader, LocalDate sentOn, boolean isReturned) {}

    /** Of an abnormal use, or of a decision. */
    void sent(UUID source, LeakFileId file, @Nullable UUID decision, String reader) {
        database.sql("insert into leak_mail (source, file_id, decision, sent_on, reader)"
                        + " values (:source, :file, :decision, :day, :reader)")
                .param("source", source)
                .param("file", file.value())
                .param("decision", decision, Types.OTHER)
                .param("day", LocalDate.now(clock))
                .param("reader", reader)
                .update();
    }

    Optional<Sent> find(UUID source) {
        return database.sql(
                        "select source, file_id, decision, reader, sent_on, returned_at from leak_mail where source = ?")
                .param(source)
                .query((row, number) -> sent(row))
                .optional();
    }

    private static Sent sent(ResultSet row) throws SQLException {
        return new Sent(
                row.getObject("source", UUID.class),
                new LeakFileId(row.getObject("file_id", UUID.class)),
                row.getObject("decision") == null,
                row.getString("reader"),
                row.getObject("sent_on", LocalDate.class),
                row.getObject("returned_at") != null);
    }

    /** It told nobody after all; the month begins with what told somebody, if anything did. */
    void returned(Sent mail) {
        database.sql("update leak_mail set returned_at = :now where source = :source")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("source", mail.source())
                .update();
        beginAnew(mail);
    }

    private void beginAnew(Sent mail) {
        if (mail.isNotice()) {
            database.sql(WITHDRAW)
                    .param("file", mail.file().value())
                    .param("zone", clock.getZone().getId())
                    .update();
        }
    }

    /** It waited, and left today: nobody was told before. Or staff had it sent again. */
    void taken(Sent mail) {
        database.sql("update leak_mail set returned_at = null, sent_on = :day where source = :source")
                .param("day", LocalDate.now(clock))
                .param("source", mail.source())
                .update();
        if (!mail.isReturned()) {
            beginAnew(mail);
        }
    }

    /** Whether a mail tells somebody what was decided last. */
    boolean isAnswered(LeakFileId file) {
        return database.sql("""
                        select exists (
                            select from leak_mail where returned_at is null and decision = (
                                select id from leak_event where file_id = ? and what in ('GRANTED', 'REFUSED')
                                 order by id desc limit 1))""").param(file.value()).query(Boolean.class).single();
    }
}
