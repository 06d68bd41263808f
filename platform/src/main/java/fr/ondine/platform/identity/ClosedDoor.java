package fr.ondine.platform.identity;

import fr.ondine.platform.identity.EmailTokens.Purpose;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Those whom FranceConnect alone lets in: what becomes of them where their utility offers it no longer. */
@Component
@Transactional
class ClosedDoor {

    static final int AT_ONCE = 200;

    private static final Duration LIFE = Duration.ofDays(7);

    private final JdbcClient database;
    private final UserAccounts accounts;
    private final EmailTokens tokens;
    private final Tenants tenants;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ClosedDoor(
            JdbcClient database,
            UserAccounts accounts,
            EmailTokens tokens,
            Tenants tenants,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.tokens = tokens;
        this.tenants = tenants;
        this.events = events;
        this.clock = clock;
    }

    /** How many are behind it, where the utility has these hosts. */
    @Transactional(readOnly = true)
    public int behind(Collection<String> hosts) {
        return database.sql("""
                        select count(*) from linked_identity link join user_account account on account.id = link.user_id
                        where account.state = 'ACTIVE' and account.password_hash is null and not exists (
                            select from passkey p where p.owner_id = account.id and p.host = any (:hosts))
                        """)
                .param("hosts", hosts.toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    /**
     * Mails a link to some of those who were not told yet; how many it were. A deployment that lost the utility's secret
     * closes nothing: it will be given it again.
     */
    public int tell() {
        if (tenants.current().offersFranceConnect()) {
            database.sql("update linked_identity set told_closed_at = null where told_closed_at is not null")
                    .update();
            return 0;
        }
        var told = database.sql("""
                        update linked_identity set told_closed_at = :now
                        where user_id in (
                            select link.user_id
                            from linked_identity link join user_account account on account.id = link.user_id
                            where link.told_closed_at is null
                              and account.state = 'ACTIVE' and account.password_hash is null and not exists (
                                  select from passkey p where p.owner_id = account.id and p.host = any (:hosts))
                            limit :most)
                        returning user_id
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("hosts", hosts())
                .param("most", AT_ONCE)
                .query(UUID.class)
                .list();
        told.forEach(user -> accounts.findActive(new UserId(user)).ifPresent(this::tell));
        return told.size();
    }

    /** A passkey of a host that the utility has no more lets nobody in. */
    private String[] hosts() {
        return tenants.current().hosts().toArray(String[]::new);
    }

    private void tell(UserAccount account) {
        var link = tokens.issue(account.id(), Purpose.PASSWORD_RESET, LIFE, null);
        events.publishEvent(
                new WayInClosed(TenantContext.current(), account.id(), account.email(), link.raw(), link.expiresAt()));
    }
}
