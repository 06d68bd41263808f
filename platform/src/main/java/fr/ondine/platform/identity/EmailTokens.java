package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.RawToken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The links that were mailed: each for one purpose and one account, until a moment, and once only. */
@Component
class EmailTokens {

    enum Purpose {
        ACTIVATION,
        CLAIM_ACTIVATION,
        PASSWORD_RESET,
        EMAIL_CHANGE,
        EMAIL_CHANGE_UNDO
    }

    record Token(UserId user, Purpose purpose, @Nullable String payload, Instant issuedAt) {}

    record Issued(RawToken raw, Instant expiresAt) {}

    private final JdbcClient database;
    private final Clock clock;

    EmailTokens(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Issued issue(UserId user, Purpose purpose, Duration life, @Nullable String payload) {
        var raw = RawToken.fresh();
        var expiresAt = clock.instant().plus(life);
        database.sql("""
                        insert into email_token (hash, purpose, user_id, payload, created_at, expires_at)
                        values (:hash, :purpose, :user, :payload, :now, :expires)
                        """)
                .param("hash", raw.digest())
                .param("purpose", purpose.name())
                .param("user", user.value())
                .param("payload", payload)
                .param("now", at(clock.instant()))
                .param("expires", at(expiresAt))
                .update();
        return new Issued(raw, expiresAt);
    }

    /** What a link is for, without using it: mail scanners follow links. */
    Optional<Token> look(RawToken raw, Purpose... purposes) {
        return database.sql("""
                        select user_id, purpose, payload, created_at from email_token
                        where hash = :hash and purpose = any(:purposes) and used_at is null and expires_at > :now
                        """)
                .param("hash", raw.digest())
                .param("purposes", names(purposes))
                .param("now", at(clock.instant()))
                .query(EmailTokens::token)
                .optional();
    }

    /** Uses the link up; of two who try at the same moment one gets it. */
    Token use(RawToken raw, Purpose... purposes) {
        return database.sql("""
                        update email_token set used_at = :now, payload = null
                        where hash = :hash and purpose = any(:purposes) and used_at is null and expires_at > :now
                        returning user_id, purpose, old.payload as payload, created_at
                        """)
                .param("hash", raw.digest())
                .param("purposes", names(purposes))
                .param("now", at(clock.instant()))
                .query(EmailTokens::token)
                .optional()
                .orElseThrow(LinkNoLongerValid::new);
    }

    /** What a link was for that was never used, expired or not. */
    Optional<Token> unused(RawToken raw, Purpose... purposes) {
        return database.sql("""
                        select user_id, purpose, payload, created_at from email_token
                        where hash = :hash and purpose = any(:purposes) and used_at is null
                        """)
                .param("hash", raw.digest())
                .param("purposes", names(purposes))
                .query(EmailTokens::token)
                .optional();
    }

    /** The links of these kinds that were never used, expired or not, the last first. */
    List<Token> unused(UserId user, Purpose... purposes) {
        return database.sql("""
                        select user_id, purpose, payload, created_at from email_token
                        where user_id = :user and purpose = any(:purposes) and used_at is null
                        order by created_at desc
                        """)
                .param("user", user.value())
                .param("purposes", names(purposes))
                .query(EmailTokens::token)
                .list();
    }

    /** From now on no link of these kinds that was sent before opens anything. */
    void revoke(UserId user, Purpose... purposes) {
        database.sql("""
                        update email_token set used_at = :now, payload = null
                        where user_id = :user and purpose = any(:purposes) and used_at is null
                        """)
                .param("user", user.value())
                .param("purposes", names(purposes))
                .param("now", at(clock.instant()))
                .update();
    }

    /** The same for those alone that were sent since a moment. */
    void revokeSince(UserId user, Purpose purpose, Instant moment) {
        database.sql("""
                        update email_token set used_at = :now, payload = null
                        where user_id = :user and purpose = :purpose and used_at is null and created_at >= :moment
                        """)
                .param("user", user.value())
                .param("purpose", purpose.name())
                .param("moment", at(moment))
                .param("now", at(clock.instant()))
                .update();
    }

    /** The same for what one identity asked for: others may have asked for the same account. */
    void revoke(UserId user, ProvenIdentity identity) {
        database.sql("""
                        update email_token set used_at = :now, payload = null
                        where user_id = :user and used_at is null
                          and case when purpose = 'ACTIVATION' then
                                payload::jsonb #>> '{identity,issuer}' = :issuer
                                and payload::jsonb #>> '{identity,subject}' = :subject
                              else false end
                        """)
                .param("user", user.value())
                .param("issuer", identity.issuer())
                .param("subject", identity.subject())
                .param("now", at(clock.instant()))
                .update();
    }

    private static Token token(ResultSet row, int number) throws SQLException {
        return new Token(
                new UserId(row.getObject("user_id", UUID.class)),
                Purpose.valueOf(row.getString("purpose")),
                row.getString("payload"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static String[] names(Purpose... purposes) {
        return Arrays.stream(purposes).map(Purpose::name).toArray(String[]::new);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
