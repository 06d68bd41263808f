package fr.ondine.platform.oldaccounts;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.customers.FormerContracts;
import fr.ondine.platform.identity.AccountDeleted;
import fr.ondine.platform.identity.Arrivals;
import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.identity.PasswordAsked;
import fr.ondine.platform.identity.UserActivated;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.oldaccounts.OldRequests.Request;
import fr.ondine.platform.tenancy.TenantContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A former login becomes part of an account: once, by a click in the mailbox of that account. */
@Component
@Transactional
class ComingOver {

    private static final Duration LINK_LIVES = Duration.ofDays(7);

    private final OldLogins logins;
    private final OldContracts contracts;
    private final OldRequests requests;
    private final FormerContracts former;
    private final AddressOnFile onFile;
    private final PasswordAsked passwords;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ComingOver(
            OldLogins logins,
            OldContracts contracts,
            OldRequests requests,
            FormerContracts former,
            AddressOnFile onFile,
            PasswordAsked passwords,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.logins = logins;
        this.contracts = contracts;
        this.requests = requests;
        this.former = former;
        this.onFile = onFile;
        this.passwords = passwords;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** What is filed once the address is looked at; {@code id} is what an activation names. */
    Arrivals filing(UUID id, UUID login, EmailAddress email) {
        return new Arrivals() {
            @Override
            public void waits(UserId account) {
                requests.file(new Request(id, login, account), null, clock.instant(), expiry());
            }

            @Override
            public void known(UserId account) {
                var link = RawToken.fresh();
                requests.file(new Request(id, login, account), link, clock.instant(), expiry());
                events.publishEvent(new OldAccountAwaits(TenantContext.current(), account, email, link, expiry()));
            }
        };
    }

    private Instant expiry() {
        return clock.instant().plus(LINK_LIVES);
    }

    void note(String actor, String action, UUID login) {
        audit.record(actor, action, "old-login:" + login, "");
    }

    /** Numbers of what the link brings into that person's account. */
    Optional<List<String>> brings(UserId user, RawToken link) {
        return mine(user, link)
                .filter(request -> logins.find(request.login())
                        .filter(login -> !login.cameOver())
                        .isPresent())
                .map(request -> contracts.numbers(request.login()));
    }

    void bringIn(CurrentUser user, RawToken link) {
        passwords.stillSignedIn(user);
        var request = mine(user.userId(), link).orElseThrow(OldAccountTaken::new);
        if (!take(request)) {
            throw new OldAccountTaken();
        }
    }

    private Optional<Request> mine(UserId user, RawToken link) {
        return requests.find(link, clock.instant())
                .filter(request -> request.user().equals(user));
    }

    /** Whoever comes second has an account, as they asked for, and no contract in it. */
    @EventListener
    void on(UserActivated activated) {
        activated.claims().stream()
                .flatMap(claim -> requests.find(claim).stream())
                .filter(request -> request.user().equals(activated.user()))
                .filter(request -> !take(request))
                .forEach(late -> note("user:" + late.user(), "old-account.too-late", late.login()));
    }

    @EventListener
    void on(AccountDeleted deleted) {
        logins.forget(deleted.user());
        requests.closeAll(deleted.user());
    }

    private boolean take(Request request) {
        var now = clock.instant();
        var login = logins.comeOver(request.login(), request.user(), now);
        if (login.isEmpty()) {
            return false;
        }
        note("user:" + request.user(), "old-account.came-over", request.login());
        onFile.tell(login.get(), request.user(), now);
        former.open(request.user(), contracts.of(request.login()));
        requests.closeAll(request.login());
        return true;
    }
}
