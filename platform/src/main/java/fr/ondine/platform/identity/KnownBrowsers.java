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
 * is told to the account's owner; the mark opens nothing.
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

    /** Notes who signs in with it, and gives the mark that it shows next time. */
    RawToken greet(CurrentUser user, Optional<RawToken> shown, Browser browser) {
        var mark = shown.orElseGet(RawToken::fresh);
        if (isKnown(user.userId(), mark)) {
            return mark;
        }
        // the first browser of all is the one with which the account was opened
        var isAnother = hasAny(user.userId());
        note(user.userId(), mark);
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

    private boolean isKnown(UserId user, RawToken mark) {
        return database.sql("update known_browser set last_used = :now where user_id = :user and mark = :mark")
                        .param("now", now())
                        .param("user", user.value())
                        .param("mark", mark.digest())
                        .update()
                == 1;
    }

    private boolean hasAny(UserId user) {
        return database.sql("select exists (select 1 from known_browser where user_id = :user)")
                .param("user", user.value())
                .query(Boolean.class)
                .single();
    }

    /** Old ones go, but not before another came: who comes back after years is told of as well. */
    private void note(UserId user, RawToken mark) {
        database.sql("delete from known_browser where user_id = :user and last_used < :limit")
                .param("user", user.value())
                .param("limit", now().minus(LIFE))
                .update();
        database.sql("insert into known_browser (user_id, mark, last_used) values (:user, :mark, :now)"
                        + " on conflict do nothing")
                .param("user", user.value())
                .param("mark", mark.digest())
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
