package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.RawToken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where people are signed in: one row for a session, or for a remembered device and all its sessions. A row that is gone
 * has ended what it stood for. Whoever changes a remembered device too locks its token first.
 */
@Component
@Transactional
class SessionRows {

    private final JdbcClient database;
    private final Clock clock;

    SessionRows(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What still counts of a session, in one question: the account's version, and when the session was last used. */
    @Transactional(readOnly = true)
    Optional<State> state(CurrentUser user) {
        return database.sql("""
                        select a.security_version, s.last_used
                        from user_account a left join user_session s on s.user_id = a.id and s.id = :session
                        where a.id = :user and a.state = 'ACTIVE'
                        """)
                .param("session", user.session())
                .param("user", user.userId().value())
                .query((row, number) -> new State(row.getInt("security_version"), instant(row, "last_used")))
                .optional();
    }

    /**
     * One statement, since people come all at once: nothing, where the account is not what it was when they were asked. A mark
     * that the account knows is used now.
     */
    Optional<Begun> begin(CurrentUser user, Browser browser, RawToken mark) {
        return database.sql("""
                        with entered as (
                            update user_account set last_sign_in_at = :now
                             where id = :user and state = 'ACTIVE' and security_version = :version
                            returning id),
                        unused as (delete from user_session where user_id = :user and last_used < :limit),
                        known as (
                            update known_browser set last_used = :now, security_version = :version
                             where user_id = (select id from entered) and mark = :mark
                            returning mark),
                        begun as (
                            insert into user_session
                                (id, user_id, security_version, browser, system, began_at, shown_at, last_used)
                            select :id, entered.id, :version, :browser, :system, :now, :now, :now from entered
                            returning id)
                        select id, exists (select from known) as known from begun""")
                .params(values(user, browser))
                .param("mark", mark.digest())
                .query((row, number) -> new Begun(user.in(row.getObject("id", UUID.class)), row.getBoolean("known")))
                .optional();
    }

    /** A remembered device comes back: it has one row for good. */
    CurrentUser comeBack(CurrentUser user, Browser browser, String series) {
        var session = database.sql("""
                        with unused as (delete from user_session where user_id = :user and last_used < :limit
                                                                   and series is distinct from :series)
                        insert into user_session
                            (id, user_id, series, security_version, browser, system, began_at, last_used)
                        values (:id, :user, :series, :version, :browser, :system, :now, :now)
                        on conflict (series) do update set
                            security_version = excluded.security_version, browser = excluded.browser,
                            system = excluded.system, last_used = excluded.last_used
                        returning id""")
                .params(values(user, browser))
                .param("series", series)
                .query(UUID.class)
                .single();
        return user.in(session);
    }

    private Map<String, Object> values(CurrentUser user, Browser browser) {
        var now = clock.instant();
        return Map.of(
                "id", UUID.randomUUID(),
                "user", user.userId().value(),
                "version", user.securityVersion(),
                "browser", browser.name(),
                "system", browser.system(),
                "now", at(now),
                "limit", at(now.minus(RememberedDevices.LIFE)));
    }

    /** The session is of that remembered device from now on. */
    void remember(UUID session, String series) {
        database.sql("update user_session set series = :series where id = :session")
                .param("series", series)
                .param("session", session)
                .update();
    }

    /** Its person showed once more who they are at that moment. */
    void show(CurrentUser user, Instant moment) {
        database.sql("update user_session set shown_at = greatest(shown_at, :moment)"
                        + " where id = :session and user_id = :user")
                .param("moment", at(moment))
                .param("session", user.session())
                .param("user", user.userId().value())
                .update();
    }

    @Transactional(readOnly = true)
    Optional<Instant> shownAt(CurrentUser user) {
        return database.sql("select shown_at from user_session where id = :session and user_id = :user")
                .param("session", user.session())
                .param("user", user.userId().value())
                .query((row, number) -> Optional.ofNullable(instant(row, "shown_at")))
                .optional()
                .flatMap(found -> found);
    }

    void touch(UUID session) {
        database.sql("update user_session set last_used = :now where id = :session")
                .param("now", at(clock.instant()))
                .param("session", session)
                .update();
    }

    /** The session goes on although everything older than that version of its account has ended. */
    void goOn(CurrentUser user) {
        database.sql("update user_session set security_version = :version where id = :session and user_id = :user")
                .param("version", user.securityVersion())
                .param("session", user.session())
                .param("user", user.userId().value())
                .update();
    }

    List<SignedInDevice> of(CurrentUser user, Duration idle) {
        return database.sql("""
                        select id, browser, system, last_used, series is not null as remembered
                        from user_session
                        where user_id = :user and security_version = :version
                          and (id = :session or last_used > :limit or series is not null)
                        order by id = :session desc, last_used desc
                        """)
                .param("user", user.userId().value())
                .param("version", user.securityVersion())
                .param("session", user.session())
                .param("limit", at(clock.instant().minus(idle)))
                .query((row, number) -> device(row, user))
                .list();
    }

    /** Whether it was one of the person's. */
    boolean end(UserId user, UUID session) {
        database.sql("""
                        delete from remember_me_token
                        where series = (select series from user_session where id = :session and user_id = :user)
                        """).param("session", session).param("user", user.value()).update();
        return database.sql("delete from user_session where id = :session and user_id = :user")
                        .param("session", session)
                        .param("user", user.value())
                        .update()
                == 1;
    }

    void forget(UserId user) {
        database.sql("delete from user_session where user_id = :user")
                .param("user", user.value())
                .update();
    }

    void forgetEverybody() {
        database.sql("delete from user_session").update();
    }

    private static SignedInDevice device(ResultSet row, CurrentUser asks) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new SignedInDevice(
                id,
                new Browser(row.getString("browser"), row.getString("system")),
                row.getObject("last_used", OffsetDateTime.class).toInstant(),
                row.getBoolean("remembered"),
                id.equals(asks.session()));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** @param isKnown whether the account knew the browser by its mark */
    record Begun(CurrentUser user, boolean isKnown) {}

    /** @param lastUsed null when the session is not there, or no longer */
    record State(int securityVersion, @Nullable Instant lastUsed) {}
}
