package fr.ondine.platform.identity;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.TenantContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Devices that stay signed in ("Se souvenir de moi"). Each visit changes the device's secret, so a secret that comes
 * back was copied: then every device and session of that account is signed out, and its owner told.
 */
@Service
@Transactional
public class RememberedDevices {

    /** How long a device that does not come is remembered. */
    public static final Duration LIFE = Duration.ofDays(30);

    /** Tabs that a browser opens together all show one secret, which is changed once, whichever of them comes first. */
    private static final Duration TOGETHER = Duration.ofSeconds(60);

    private final JdbcClient database;
    private final SessionRows sessions;
    private final UserAccounts accounts;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RememberedDevices(
            JdbcClient database,
            SessionRows sessions,
            UserAccounts accounts,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.sessions = sessions;
        this.accounts = accounts;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The device with which the person has just signed in: of no use where that was ended since. */
    public Device remember(CurrentUser person) {
        var user = person.userId();
        var device = new Device(RawToken.fresh().value(), RawToken.fresh().value());
        var kept = database.sql("""
                        insert into remember_me_token (series, user_id, token_hash, last_used)
                        select :series, id, :hash, :now from user_account
                        where id = :user and state = 'ACTIVE' and security_version = :version for share
                        """)
                .param("series", device.series())
                .param("user", user.value())
                .param("version", person.securityVersion())
                .param("hash", hash(device.secret()))
                .param("now", at(clock.instant()))
                .update();
        database.sql("delete from remember_me_token where user_id = :user and last_used < :limit")
                .param("user", user.value())
                .param("limit", at(clock.instant().minus(LIFE)))
                .update();
        if (kept > 0 && person.session() != null) {
            sessions.remember(person.session(), device.series());
        }
        return device;
    }

    /** Who comes back on this device; nobody when it is not remembered, or no longer. */
    public Optional<Recognised> recognise(Device device, Browser browser) {
        var next = new Device(device.series(), RawToken.fresh().value());
        var owner = database.sql("""
                        update remember_me_token
                        set previous_hash = token_hash, token_hash = :next, last_used = :now
                        where series = :series and token_hash = :shown and last_used > :limit
                          and last_used <= :together
                        returning user_id
                        """)
                .param("next", hash(next.secret()))
                .param("series", device.series())
                .param("shown", hash(device.secret()))
                .param("now", at(clock.instant()))
                .param("limit", at(clock.instant().minus(LIFE)))
                .param("together", at(clock.instant().minus(TOGETHER)))
                .query(UUID.class)
                .optional();
        return owner.isPresent()
                ? user(new UserId(owner.get()), device, browser).map(user -> new Recognised(user, next))
                : known(device, browser);
    }

    public void forget(Device device) {
        database.sql("delete from remember_me_token where series = :series")
                .param("series", device.series())
                .update();
    }

    /** All of the person's devices but the one of this session. */
    void forgetOthers(CurrentUser user) {
        database.sql("""
                        delete from remember_me_token
                        where user_id = :user and series is distinct from
                            (select series from user_session where id = :session and user_id = :user)
                        """)
                .param("user", user.userId().value())
                .param("session", user.session())
                .update();
    }

    void forgetAll(UserId user) {
        database.sql("delete from remember_me_token where user_id = :user")
                .param("user", user.value())
                .update();
    }

    void forgetEverybodys() {
        database.sql("delete from remember_me_token").update();
    }

    private Optional<Recognised> known(Device device, Browser browser) {
        return database.sql("""
                        select user_id, token_hash, previous_hash, last_used from remember_me_token
                        where series = :series
                        """)
                .param("series", device.series())
                .query((row, number) -> new Known(
                        new UserId(row.getObject("user_id", UUID.class)),
                        row.getString("token_hash"),
                        Optional.ofNullable(row.getString("previous_hash")),
                        row.getObject("last_used", OffsetDateTime.class).toInstant()))
                .optional()
                .flatMap(known -> isOfLastVisit(known, device)
                        ? held(device)
                                .flatMap(still -> user(known.user(), still, browser))
                                .map(user -> new Recognised(user, null))
                        : stolen(known));
    }

    /** The same device, which nobody forgets while a session of it begins; none when somebody has. */
    private Optional<Device> held(Device device) {
        return database.sql("select 1 from remember_me_token where series = :series for key share")
                .param("series", device.series())
                .query(Integer.class)
                .optional()
                .map(one -> device);
    }

    private boolean isOfLastVisit(Known known, Device device) {
        var shown = hash(device.secret());
        return (known.current().equals(shown) || known.previous().equals(Optional.of(shown)))
                && known.lastUsed().isAfter(clock.instant().minus(TOGETHER));
    }

    private Optional<Recognised> stolen(Known known) {
        if (known.lastUsed().isAfter(clock.instant().minus(LIFE))) {
            // the account first, as everybody does who ends sessions, so that two who do it wait for each other in turn
            accounts.endSessions(known.user());
            forgetAll(known.user());
            audit.record("system", "device.stolen", "user:" + known.user(), "every session was ended");
            accounts.findActive(known.user())
                    .ifPresent(account -> events.publishEvent(
                            new DeviceStolen(TenantContext.current(), account.id(), account.email())));
        }
        return Optional.empty();
    }

    private Optional<CurrentUser> user(UserId id, Device device, Browser browser) {
        return accounts.findActive(id)
                .map(account -> account.signedIn(TenantContext.current().slug()))
                .map(user -> sessions.comeBack(user, browser, device.series()));
    }

    private static String hash(String secret) {
        return HexFormat.of().formatHex(new RawToken(secret).digest());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private record Known(UserId user, String current, Optional<String> previous, Instant lastUsed) {}
}
