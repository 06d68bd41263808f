package fr.ondine.platform.operators;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of operators' keys: a key is found by its digest, so that nothing secret is ever compared. */
@Component
class KeyRing {

    /** A key in use is written down once in so long, not at each request. */
    private static final Duration USE = Duration.ofMinutes(1);

    private final JdbcClient database;

    KeyRing(JdbcClient database) {
        this.database = database;
    }

    List<OperatorKey> of(UUID operator) {
        return database.sql("select id, name, permission, created_at, expires_at, last_used_at"
                        + " from platform.operator_key where operator_id = ? and revoked_at is null"
                        + " order by created_at desc, id")
                .param(operator)
                .query(KeyRing::key)
                .list();
    }

    void add(UUID id, UUID operator, KeyWish wish, byte[] digest, Instant now) {
        database.sql("insert into platform.operator_key"
                        + " (id, operator_id, name, permission, digest, created_at, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        operator,
                        wish.name(),
                        wish.permission().name(),
                        digest,
                        now.atOffset(ZoneOffset.UTC),
                        now.plus(wish.life()).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The key that is good now, whoever's it is. */
    Optional<Found> find(byte[] digest, Instant now) {
        return database.sql("select id, operator_id, name, permission from platform.operator_key"
                        + " where digest = ? and revoked_at is null and expires_at > ?")
                .params(digest, now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Found(
                        row.getObject("id", UUID.class),
                        row.getObject("operator_id", UUID.class),
                        row.getString("name"),
                        Permission.valueOf(row.getString("permission"))))
                .optional();
    }

    void used(UUID id, Instant now) {
        database.sql("update platform.operator_key set last_used_at = :now"
                        + " where id = :id and (last_used_at is null or last_used_at < :before)")
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("before", now.minus(USE).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Ends one key of that operator, and tells its name if there was one to end. */
    Optional<String> revoke(UUID operator, UUID id, Instant now) {
        return database.sql("update platform.operator_key set revoked_at = ?"
                        + " where id = ? and operator_id = ? and revoked_at is null returning name")
                .params(now.atOffset(ZoneOffset.UTC), id, operator)
                .query(String.class)
                .optional();
    }

    /** Ends every key of that operator. */
    void revokeAll(UUID operator, Instant now) {
        database.sql("update platform.operator_key set revoked_at = ? where operator_id = ? and revoked_at is null")
                .params(now.atOffset(ZoneOffset.UTC), operator)
                .update();
    }

    private static OperatorKey key(ResultSet row, int number) throws SQLException {
        return new OperatorKey(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Permission.valueOf(row.getString("permission")),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                instant(row.getTimestamp("last_used_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    record Found(UUID id, UUID operator, String name, Permission permission) {}
}
