package fr.ondine.platform.provider;

import fr.ondine.platform.kernel.RawToken;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The tables of what programs were let do: each secret is found by its digest, and none is kept. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class AuthorizationStore {

    /** What counts: not revoked, not over, of a program that is still known. */
    private static final String COUNTS = " from provider_authorization a join provider_client c on c.id = a.client_id"
            + " and c.withdrawn_at is null and a.revoked_at is null and a.ends_at > :now ";

    private final JdbcClient database;

    AuthorizationStore(JdbcClient database) {
        this.database = database;
    }

    Optional<Granted> byId(UUID id, Instant now) {
        return find("where a.id = :id", "id", id, now);
    }

    Optional<Granted> byConsent(String secret, Instant now) {
        return find("where a.consent_digest = :digest", "digest", digest(secret), now);
    }

    Optional<Granted> byCode(String secret, Instant now) {
        return find("where a.code_digest = :digest", "digest", digest(secret), now);
    }

    Optional<Granted> byAccess(String token, Instant now) {
        return find(
                "join provider_access t on t.authorization_id = a.id and t.digest = :digest"
                        + " and t.revoked_at is null and t.expires_at > :now",
                "digest",
                digest(token),
                now);
    }

    Optional<Granted> byRefresh(String token, Instant now) {
        return find(
                "join provider_refresh t on t.authorization_id = a.id and t.digest = :digest and t.expires_at > :now",
                "digest",
                digest(token),
                now);
    }

    private Optional<Granted> find(String which, String name, Object value, Instant now) {
        return database.sql("select " + Granted.COLUMNS + COUNTS + which)
                .param("now", at(now))
                .param(name, value)
                .query(Granted::of)
                .optional();
    }

    boolean wasUsed(String refresh) {
        return database.sql("select from provider_refresh where digest = ? and used_at is not null")
                .param(digest(refresh))
                .query((row, number) -> true)
                .optional()
                .isPresent();
    }

    void add(Granted granted) {
        database.sql("insert into provider_authorization (id, client_id, user_id, security_version, grant_type,"
                        + " requested_scopes, scopes, redirect_uri, client_state, code_challenge, nonce, shown_at, created_at,"
                        + " ends_at)"
                        + " values (:id, :client, :user, :version, :grant, :requested, :scopes, :redirect, :state,"
                        + " :challenge, :nonce, :shown, :now, :ends)")
                .param("id", granted.id())
                .param("client", granted.client())
                .param("user", granted.user())
                .param("version", granted.user() == null ? null : granted.securityVersion())
                .param("grant", granted.grantType())
                .param("requested", granted.requested().toArray(String[]::new))
                .param("scopes", granted.scopes().toArray(String[]::new))
                .param("redirect", granted.redirect())
                .param("state", granted.clientState())
                .param("challenge", granted.challenge())
                .param("nonce", granted.nonce())
                .param("shown", granted.shownAt() == null ? null : at(granted.shownAt()))
                .param("now", at(granted.createdAt()))
                .param("ends", at(granted.endsAt()))
                .update();
    }

    /** Waits for whoever changes it at the same moment. */
    boolean lock(UUID id) {
        return database.sql("select from provider_authorization where id = ? for update")
                .param(id)
                .query((row, number) -> true)
                .optional()
                .isPresent();
    }

    void awaitConsent(UUID id, String secret) {
        change(id, "consent_digest = ?", digest(secret));
    }

    void giveCode(UUID id, String[] scopes, OAuth2Token code, Instant until) {
        change(
                id,
                "consent_digest = null, scopes = ?, code_digest = ?, code_expires_at = ?",
                scopes,
                digest(code.getTokenValue()),
                at(until));
    }

    /** Whether nobody has used it before. */
    boolean useCode(UUID id, Instant now) {
        return database.sql("update provider_authorization set code_used_at = ? where id = ? and code_used_at is null")
                        .params(at(now), id)
                        .update()
                > 0;
    }

    /** Uses one up and gives another in its place, unless somebody has used it before. */
    boolean renew(String token, UUID id, OAuth2Token fresh, Instant now, Instant until) {
        return database.sql("""
                                with used as (
                                    update provider_refresh set used_at = :now where digest = :shown and used_at is null
                                    returning digest)
                                insert into provider_refresh (digest, authorization_id, issued_at, expires_at)
                                select :fresh, :id, :now, :until from used""")
                        .param("shown", digest(token))
                        .param("fresh", digest(fresh.getTokenValue()))
                        .param("id", id)
                        .param("now", at(now))
                        .param("until", at(until))
                        .update()
                > 0;
    }

    void addAccess(UUID id, OAuth2Token token, Instant now, Instant until) {
        database.sql(
                        "insert into provider_access (digest, authorization_id, issued_at, expires_at) values (?, ?, ?, ?)")
                .params(digest(token.getTokenValue()), id, at(now), at(until))
                .update();
    }

    void addRefresh(UUID id, OAuth2Token token, Instant now, Instant until) {
        database.sql(
                        "insert into provider_refresh (digest, authorization_id, issued_at, expires_at) values (?, ?, ?, ?)")
                .params(digest(token.getTokenValue()), id, at(now), at(until))
                .update();
    }

    void revokeAccess(String token, Instant now) {
        database.sql("update provider_access set revoked_at = ? where digest = ? and revoked_at is null")
                .params(at(now), digest(token))
                .update();
    }

    boolean revoke(UUID id, Instant now) {
        return database.sql("update provider_authorization set revoked_at = ? where id = ? and revoked_at is null")
                        .params(at(now), id)
                        .update()
                > 0;
    }

    /** All that one program was let do for one person. */
    int revokeAll(UUID client, UUID user, Instant now) {
        return database.sql("update provider_authorization set revoked_at = ?"
                        + " where client_id = ? and user_id = ? and revoked_at is null and ends_at > ?")
                .params(at(now), client, user, at(now))
                .update();
    }

    /** All that any was let do for the person. */
    void revokeAll(UUID user, Instant now) {
        database.sql("update provider_authorization set revoked_at = ? where user_id = ? and revoked_at is null")
                .params(at(now), user)
                .update();
    }

    void remove(UUID id) {
        database.sql("delete from provider_authorization where id = ?")
                .param(id)
                .update();
    }

    /** Of what goes on for weeks, the tokens that are over go too. */
    int forget(Instant before) {
        database.sql("delete from provider_access where expires_at < ?")
                .param(at(before))
                .update();
        return database.sql("delete from provider_authorization where ends_at < ?")
                .param(at(before))
                .update();
    }

    private void change(UUID id, String what, Object... values) {
        var statement = database.sql("update provider_authorization set " + what + " where id = ?");
        for (var value : values) {
            statement = statement.param(value);
        }
        statement.param(id).update();
    }

    private static byte[] digest(String secret) {
        return new RawToken(secret).digest();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
