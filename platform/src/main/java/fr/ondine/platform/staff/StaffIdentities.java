package fr.ondine.platform.staff;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which identity of ProConnect opens which account of the staff: one the other, and no second one. */
@Component
class StaffIdentities {

    private final JdbcClient database;
    private final Clock clock;

    StaffIdentities(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Optional<UUID> owner(StaffIdentity identity) {
        return database.sql("select staff_id from staff_identity where issuer = ? and subject = ?")
                .params(identity.issuer(), identity.subject())
                .query(UUID.class)
                .optional();
    }

    Optional<Instant> linkedAt(UUID staff) {
        return database.sql("select linked_at from staff_identity where staff_id = ?")
                .param(staff)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    Set<UUID> linked() {
        return Set.copyOf(database.sql("select staff_id from staff_identity")
                .query(UUID.class)
                .list());
    }

    /** False when either of them has another one already. */
    boolean link(UUID staff, StaffIdentity identity) {
        return database.sql("insert into staff_identity (issuer, subject, staff_id, linked_at) values (?, ?, ?, ?)"
                                + " on conflict do nothing")
                        .params(
                                identity.issuer(),
                                identity.subject(),
                                staff,
                                clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean unlink(UUID staff) {
        return database.sql("delete from staff_identity where staff_id = ?")
                        .param(staff)
                        .update()
                == 1;
    }
}
