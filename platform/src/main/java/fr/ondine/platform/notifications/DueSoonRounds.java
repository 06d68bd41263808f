package fr.ondine.platform.notifications;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rounds that tell of what is due soon, one a day, and how far each is: an agreement after the other. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class DueSoonRounds {

    private static final UUID BEGINNING = new UUID(0, 0);

    private final JdbcClient database;
    private final Clock clock;

    DueSoonRounds(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    record Round(UUID id, LocalDate day, UUID after) {}

    /** Empty when there is one of that day already. */
    Optional<UUID> begin(LocalDate day) {
        var id = UUID.randomUUID();
        var begun = database.sql("insert into due_soon_round (id, day, begun_at) values (:id, :day, :now)"
                        + " on conflict do nothing")
                .param("id", id)
                .param("day", day)
                .param("now", now())
                .update();
        return begun == 1 ? Optional.of(id) : Optional.empty();
    }

    /** Until the transaction ends nobody else does a part of it; empty when it has ended. */
    Optional<Round> lock(UUID id) {
        return database.sql("select day, until from due_soon_round where id = :id and ended_at is null for update")
                .param("id", id)
                .query((row, number) ->
                        new Round(id, row.getObject("day", LocalDate.class), after(row.getObject("until", UUID.class))))
                .optional();
    }

    private static UUID after(@Nullable UUID until) {
        return until == null ? BEGINNING : until;
    }

    List<UUID> agreements(UUID after, int size) {
        return database.sql("select id from agreement where id > :after order by id limit :size")
                .param("after", after)
                .param("size", size)
                .query(UUID.class)
                .list();
    }

    void until(UUID round, UUID agreement) {
        database.sql("update due_soon_round set until = :until where id = :id")
                .param("until", agreement)
                .param("id", round)
                .update();
    }

    void end(UUID round) {
        database.sql("update due_soon_round set ended_at = :now where id = :id")
                .param("now", now())
                .param("id", round)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
