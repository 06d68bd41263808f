package fr.ondine.platform.reminders;

import fr.ondine.platform.kernel.OrderedId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The batches and how far each of them is. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class BatchStore {

    private static final String SELECT = """
            select b.id, b.state, b.day, b.looked_at, b.created_at, coalesce(s.name, b.created_by) as by_name, b.sent_on,
                   b.posted_at, (select max(known_on) from import_run where state = 'DONE') as books_known_on
              from reminder_batch b left join staff_member s on 'staff:' || s.id = b.created_by
            """;

    private final JdbcClient database;
    private final Clock clock;

    BatchStore(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    BatchId insert(LocalDate day, String by) {
        var id = new BatchId(OrderedId.next());
        try {
            database.sql("insert into reminder_batch (id, state, day, created_at, created_by)"
                            + " values (:id, 'PREPARING', :day, :now, :by)")
                    .param("id", id.value())
                    .param("day", day)
                    .param("now", now())
                    .param("by", by)
                    .update();
        } catch (DuplicateKeyException open) {
            throw BatchRefused.anotherOpen();
        }
        return id;
    }

    List<Batch> list(int offset, int limit) {
        return database.sql(SELECT + "order by b.created_at desc, b.id desc offset :offset limit :limit")
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> batch(row))
                .list();
    }

    Optional<Batch> find(BatchId id) {
        return database.sql(SELECT + "where b.id = :id")
                .param("id", id.value())
                .query((row, number) -> batch(row))
                .optional();
    }

    /** Until the transaction ends nobody else does a part of it, or changes its state; empty when it is in another one. */
    Optional<Progress> lock(BatchId id, BatchState state) {
        return database.sql("select day, prepared_until, sent_on from reminder_batch"
                        + " where id = :id and state = :state for update")
                .param("id", id.value())
                .param("state", state.name())
                .query((row, number) -> new Progress(
                        row.getObject("day", LocalDate.class),
                        row.getObject("prepared_until", UUID.class),
                        row.getObject("sent_on", LocalDate.class)))
                .optional();
    }

    /** How far a batch is. */
    record Progress(
            LocalDate day,
            @Nullable UUID preparedUntil,
            @Nullable LocalDate sentOn) {}

    void preparedUntil(BatchId id, UUID last, int more) {
        database.sql("update reminder_batch set prepared_until = :last, looked_at = looked_at + :more where id = :id")
                .param("last", last)
                .param("more", more)
                .param("id", id.value())
                .update();
    }

    /** False when it was not in that state. */
    boolean change(BatchId id, BatchState from, BatchState to) {
        return database.sql("update reminder_batch set state = :to where id = :id and state = :from")
                        .param("id", id.value())
                        .param("from", from.name())
                        .param("to", to.name())
                        .update()
                == 1;
    }

    /** The words are kept as they are that day, so that a letter printed later says what those before it said. */
    void sent(BatchId id, LocalDate day, String by, String reminder, String notice) {
        database.sql("update reminder_batch set sent_on = :day, sent_by = :by, reminder_text = :reminder,"
                        + " notice_text = :notice where id = :id")
                .param("day", day)
                .param("by", by)
                .param("reminder", reminder)
                .param("notice", notice)
                .param("id", id.value())
                .update();
    }

    void posted(BatchId id) {
        database.sql("update reminder_batch set posted_at = coalesce(posted_at, :now) where id = :id")
                .param("now", now())
                .param("id", id.value())
                .update();
    }

    void recalled(BatchId id, String by) {
        database.sql("update reminder_batch set recalled_at = :now, recalled_by = :by where id = :id")
                .param("now", now())
                .param("by", by)
                .param("id", id.value())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Batch batch(ResultSet row) throws SQLException {
        var posted = row.getObject("posted_at", OffsetDateTime.class);
        return new Batch(
                new BatchId(row.getObject("id", UUID.class)),
                BatchState.valueOf(row.getString("state")),
                row.getObject("day", LocalDate.class),
                row.getInt("looked_at"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("by_name"),
                row.getObject("sent_on", LocalDate.class),
                posted == null ? null : posted.toInstant(),
                row.getObject("books_known_on", LocalDate.class));
    }
}
