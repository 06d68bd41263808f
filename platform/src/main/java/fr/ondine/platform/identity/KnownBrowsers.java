package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.TenantContext;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Browsers from which somebody has signed in before, each by a mark that it was given. One that comes for the first time
 * is told to the account's owner. The mark opens nothing: all that it does is to have somebody's own tries counted apart
 * from those of strangers.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class KnownBrowsers {

    /** As long as the CNIL lets a mark last. */
    public static final Duration LIFE = Duration.ofDays(390);

    private final JdbcClient database;
    private final UserAccounts accounts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    KnownBrowsers(JdbcClient database, UserAccounts accounts, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Notes who signs in with one that did not seem known, and gives the mark that it shows next time; by now, another
     * sign-in may have made it known.
     */
    RawToken greet(CurrentUser user, Optional<RawToken> shown, Browser browser) {
        if (shown.isPresent() && isKnown(user, shown.get())) {
            return shown.get();
        }
        // several people may share a browser; a mark that nobody was given was made up by somebody
        var mark = shown.filter(this::wasGiven).orElseGet(RawToken::fresh);
        // the first browser of all is the one with which the account was opened
        var isAnother = hasAny(user.userId());
        note(user, mark);
        if (isAnother) {
            accounts.findActive(user.userId())
                    .ifPresent(account -> events.publishEvent(new NewBrowser(
                            TenantContext.current(), account.id(), account.email(), browser, clock.instant())));
        }
        return mark;
    }

    void forget(UserId user) {
        database.sql("delete from known_browser where user_id = :user")
                .param("user", user.value())
                .update();
    }

    /** Whether who has this address has signed in with the visitor's browser, and nothing has ended sessions since. */
    @Transactional(readOnly = true)
    boolean areOf(String email, Visitor visitor) {
        return isTrusted("lower(a.email) = :whose", email, visitor);
    }

    /** The same of who has this account. */
    @Transactional(readOnly = true)
    boolean areOf(UserId user, Visitor visitor) {
        return isTrusted("a.id = :whose", user.value(), visitor);
    }

    private boolean isTrusted(String which, Object whose, Visitor visitor) {
        return visitor.mark() != null
                && database.sql("""
                        select exists (
                            select 1 from user_account a join known_browser b on b.user_id = a.id
                            where %s and a.state = 'ACTIVE' and b.mark = :mark
                              and b.security_version = a.security_version and b.last_used > :limit)
                        """.formatted(which))
                        .param("whose", whose)
                        .param("mark", visitor.mark().digest())
                        .param("limit", now().minus(LIFE))
                        .query(Boolean.class)
                        .single();
    }

    private boolean isKnown(CurrentUser user, RawToken mark) {
        return database.sql("update known_browser set last_used = :now, security_version = :version"
                                + " where user_id = :user and mark = :mark")
                        .param("now", now())
                        .param("version", user.securityVersion())
                        .param("user", user.userId().value())
                        .param("mark", mark.digest())
                        .update()
                == 1;
    }

    private boolean wasGiven(RawToken mark) {
        return database.sql("select exists (select 1 from known_browser where mark = :mark)")
                .param("mark", mark.digest())
                .query(Boolean.class)
                .single();
    }

    private boolean hasAny(UserId user) {
        return database.sql("select exists (select 1 from known_browser where user_id = :user)")
                .param("user", user.value())
                .query(Boolean.class)
                .single();
    }

    /** Old ones go, but not before another came: who comes back after years is told of as well. */
    private void note(CurrentUser user, RawToken mark) {
        database.sql("delete from known_browser where user_id = :user and last_used < :limit")
                .param("user", user.userId().value())
                .param("limit", now().minus(LIFE))
                .update();
        database.sql("insert into known_browser (user_id, mark, last_used, security_version)"
                        + " values (:user, :mark, :now, :version) on conflict do nothing")
                .param("user", user.userId().value())
                .param("mark", mark.digest())
                .param("now", now())
                .param("version", user.securityVersion())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
