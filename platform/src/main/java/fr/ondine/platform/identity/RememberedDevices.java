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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Devices that stay signed in ("Se souvenir de moi"). Each visit changes the device's secret, so a secret that comes
 * back was copied: then every device and session of that account is signed out.
 */
@Service
@Transactional
public class RememberedDevices {

    /** How long a device that does not come is remembered. */
    public static final Duration LIFE = Duration.ofDays(30);

    /** Tabs that a browser opens together all show the secret of the last visit. */
    private static final Duration TOGETHER = Duration.ofSeconds(60);

    private final JdbcClient database;
    private final UserAccounts accounts;
    private final AuditTrail audit;
    private final Clock clock;

    RememberedDevices(JdbcClient database, UserAccounts accounts, AuditTrail audit, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    public Device remember(UserId user) {
        var device = new Device(RawToken.fresh().value(), RawToken.fresh().value());
        database.sql("delete from remember_me_token where user_id = :user and last_used < :limit")
                .param("user", user.value())
                .param("limit", at(clock.instant().minus(LIFE)))
                .update();
        database.sql("insert into remember_me_token (series, user_id, token_hash, last_used)"
                        + " values (:series, :user, :hash, :now)")
                .param("series", device.series())
                .param("user", user.value())
                .param("hash", hash(device.secret()))
                .param("now", at(clock.instant()))
                .update();
        return device;
    }

    /** Who comes back on this device; nobody when it is not remembered, or no longer. */
    public Optional<Recognised> recognise(Device device) {
        var next = new Device(device.series(), RawToken.fresh().value());
        var owner = database.sql("""
                        update remember_me_token
                        set previous_hash = token_hash, token_hash = :next, last_used = :now
                        where series = :series and token_hash = :shown and last_used > :limit
                        returning user_id
                        """)
                .param("next", hash(next.secret()))
                .param("series", device.series())
                .param("shown", hash(device.secret()))
                .param("now", at(clock.instant()))
                .param("limit", at(clock.instant().minus(LIFE)))
                .query(UUID.class)
                .optional();
        return owner.isPresent()
                ? user(new UserId(owner.get())).map(user -> new Recognised(user, next))
                : known(device);
    }

    public void forget(Device device) {
        database.sql("delete from remember_me_token where series = :series")
                .param("series", device.series())
                .update();
    }

    void forgetAll(UserId user) {
        database.sql("delete from remember_me_token where user_id = :user")
                .param("user", user.value())
                .update();
    }

    private Optional<Recognised> known(Device device) {
        return database.sql("select user_id, previous_hash, last_used from remember_me_token where series = :series")
                .param("series", device.series())
                .query((row, number) -> new Known(
                        new UserId(row.getObject("user_id", UUID.class)),
                        Optional.ofNullable(row.getString("previous_hash")),
                        row.getObject("last_used", OffsetDateTime.class).toInstant()))
                .optional()
                .flatMap(known -> isOfLastVisit(known, device)
                        ? user(known.user()).map(user -> new Recognised(user, null))
                        : stolen(known));
    }

    private boolean isOfLastVisit(Known known, Device device) {
        return known.previous().equals(Optional.of(hash(device.secret())))
                && known.lastUsed().isAfter(clock.instant().minus(TOGETHER));
    }

    private Optional<Recognised> stolen(Known known) {
        if (known.lastUsed().isAfter(clock.instant().minus(LIFE))) {
            // the account first, as everybody does who ends sessions, so that two who do it wait for each other in turn
            accounts.endSessions(known.user());
            forgetAll(known.user());
            audit.record("system", "device.stolen", "user:" + known.user(), "every session was ended");
        }
        return Optional.empty();
    }

    private Optional<CurrentUser> user(UserId id) {
        return accounts.findActive(id)
                .map(account -> account.signedIn(TenantContext.current().slug()));
    }

    private static String hash(String secret) {
        return HexFormat.of().formatHex(new RawToken(secret).digest());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private record Known(UserId user, Optional<String> previous, Instant lastUsed) {}
}
