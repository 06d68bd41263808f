package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.EmailAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who asked for a space under a proven identity and has not confirmed it: where the mail went, whether it arrives or not. */
@Component
class AwaitedIdentities {

    private final JdbcClient database;
    private final Clock clock;

    AwaitedIdentities(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Optional<AwaitedSpace> find(ProvenIdentity identity) {
        return database.sql(
                        "select email, asked_at from awaited_identity where issuer = :issuer and subject = :subject")
                .param("issuer", identity.issuer())
                .param("subject", identity.subject())
                .query(AwaitedIdentities::space)
                .optional();
    }

    /** Only the last address counts. */
    void await(ProvenIdentity identity, EmailAddress email) {
        database.sql("""
                        insert into awaited_identity (issuer, subject, email, asked_at)
                        values (:issuer, :subject, :email, :now)
                        on conflict (issuer, subject) do update set email = excluded.email, asked_at = excluded.asked_at
                        """)
                .param("issuer", identity.issuer())
                .param("subject", identity.subject())
                .param("email", email.value())
                .param("now", at(clock.instant()))
                .update();
    }

    void forget(ProvenIdentity identity) {
        database.sql("delete from awaited_identity where issuer = :issuer and subject = :subject")
                .param("issuer", identity.issuer())
                .param("subject", identity.subject())
                .update();
    }

    private static AwaitedSpace space(ResultSet row, int number) throws SQLException {
        return new AwaitedSpace(
                new EmailAddress(row.getString("email")),
                row.getObject("asked_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
