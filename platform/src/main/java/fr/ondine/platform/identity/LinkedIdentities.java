package fr.ondine.platform.identity;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which accounts are opened by which proven identities: one each, by issuer and subject, never by address. */
@Component
class LinkedIdentities {

    private final JdbcClient database;
    private final Clock clock;

    LinkedIdentities(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Optional<UserId> owner(ProvenIdentity identity) {
        return database.sql("select user_id from linked_identity where issuer = :issuer and subject = :subject")
                .param("issuer", identity.issuer())
                .param("subject", identity.subject())
                .query(UUID.class)
                .optional()
                .map(UserId::new);
    }

    /** Whether it is linked now: not where either already has another; of two who try at the same moment one does. */
    boolean link(UserId user, ProvenIdentity identity) {
        return database.sql("""
                        insert into linked_identity (issuer, subject, user_id, linked_at)
                        values (:issuer, :subject, :user, :now) on conflict do nothing
                        """)
                        .param("issuer", identity.issuer())
                        .param("subject", identity.subject())
                        .param("user", user.value())
                        .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Instant> linkedAt(UserId user) {
        return database.sql("select linked_at from linked_identity where user_id = :user")
                .param("user", user.value())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Whether there was one. */
    boolean unlink(UserId user) {
        return database.sql("delete from linked_identity where user_id = :user")
                        .param("user", user.value())
                        .update()
                > 0;
    }
}
