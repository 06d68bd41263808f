package fr.ondine.platform.identity;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.identity.EmailTokens.Purpose;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.TenantContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was asked for and waits for a click in a mailbox. */
@Component
@Transactional
class Applications {

    static final Purpose[] PURPOSES = {Purpose.ACTIVATION, Purpose.CLAIM_ACTIVATION};

    private final UserAccounts accounts;
    private final EmailTokens tokens;
    private final LinkedIdentities identities;
    private final AwaitedIdentities awaited;
    private final IdentitySettings settings;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Applications(
            UserAccounts accounts,
            EmailTokens tokens,
            LinkedIdentities identities,
            AwaitedIdentities awaited,
            IdentitySettings settings,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.identities = identities;
        this.awaited = awaited;
        this.settings = settings;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The account that waits for its activation; none when the address has an active one, whose owner is told. */
    Optional<UserId> file(EmailAddress email, Application application) {
        return file(
                email,
                application,
                owner -> events.publishEvent(new AccountAlreadyExists(
                        TenantContext.current(), owner, email, application.identity() != null)));
    }

    private Optional<UserId> file(EmailAddress email, Application application, Consumer<UserId> whenKnown) {
        accounts.reserve(email.value());
        if (application.identity() != null) {
            await(application.identity(), email);
        }
        var known = accounts.findByEmail(email.value());
        if (known.isPresent() && known.get().isActive()) {
            whenKnown.accept(known.get().id());
            return Optional.empty();
        }
        var account = known.orElseGet(() -> accounts.saveAndFlush(
                new UserAccount(email, application.withoutIdentity().name(), clock.instant())));
        send(account, application);
        return Optional.of(account.id());
    }

    /** The same, with what else is to be written down, in one transaction, for the account that waits. */
    void fileWith(EmailAddress email, Application application, Consumer<UserId> filing) {
        file(email, application).ifPresent(filing);
    }

    /** The same for whoever has something to bring in; an owner of the address's account is told by the caller. */
    void file(EmailAddress email, Application application, Arrivals arrivals) {
        file(email, application, arrivals::known).ifPresent(arrivals::waits);
    }

    /**
     * Sends the last link of those again as a fresh one, when there is something left to activate; where none of them waits
     * any more, the last of all.
     */
    void sendAgain(EmailAddress email, Predicate<Application> which) {
        accounts.findByEmail(email.value())
                .filter(account -> !account.isActive())
                .ifPresent(account -> send(account, last(filed(account.id()), which)));
    }

    /** Which one a link is of, expired or not, that was never used. */
    Optional<ApplicationId> of(RawToken raw) {
        return tokens.unused(raw, PURPOSES)
                .map(token -> Application.parse(token.payload()).id())
                .map(ApplicationId::new);
    }

    Optional<Pending> look(RawToken raw) {
        return tokens.look(raw, PURPOSES)
                .flatMap(token -> waiting(token.user())
                        .map(account ->
                                new Pending(account.id(), account.email(), Application.parse(token.payload()))));
    }

    /** Uses the link: the account is active, with this password. */
    void activate(RawToken raw, String hash) {
        var token = tokens.use(raw, PURPOSES);
        var account = waiting(token.user()).orElseThrow(LinkNoLongerValid::new);
        var application = Application.parse(token.payload()).withoutIdentity();
        open(account, application, claims(application), hash);
    }

    /** Uses the link: the account is active and opened by the identity that asked for it, shown once more. */
    CurrentUser activate(RawToken raw, ProvenIdentity shown) {
        var token = tokens.use(raw, PURPOSES);
        var account = waiting(token.user()).orElseThrow(LinkNoLongerValid::new);
        var application = Application.parse(token.payload());
        if (application.identity() == null || !application.identity().isSameAs(shown)) {
            throw new AnotherIdentity();
        }
        open(account, application, claims(application), null);
        return account.signedIn(TenantContext.current().slug());
    }

    Optional<AwaitedSpace> awaited(ProvenIdentity identity) {
        return awaited.find(identity);
    }

    /** Of an address that was mistyped, the link opens nothing any more: it is in somebody else's mailbox. */
    private void await(ProvenIdentity identity, EmailAddress email) {
        awaited.find(identity)
                .map(AwaitedSpace::email)
                .filter(former -> !former.equals(email))
                .flatMap(former -> accounts.findByEmail(former.value()))
                .ifPresent(account -> tokens.revoke(account.id(), identity));
        awaited.await(identity, email);
    }

    /**
     * Activates by another proof that the mailbox is the person's; who else asked for the account under another identity
     * has no part in it. What was proven with the address is the mailbox's owner's, whichever was filed last: a stranger
     * who asks with it takes nothing away.
     */
    void activate(UserAccount account, String hash) {
        var filed = filed(account.id());
        var claims =
                filed.stream().map(Application::claim).filter(Objects::nonNull).collect(Collectors.toSet());
        open(account, last(filed, application -> application.claim() != null).withoutIdentity(), claims, hash);
    }

    /** A link that was written while the account was being activated by another one activates nothing any more. */
    private Optional<UserAccount> waiting(UserId user) {
        return accounts.findLiving(user).filter(account -> !account.isActive());
    }

    private static Set<UUID> claims(Application application) {
        return application.claim() == null ? Set.of() : Set.of(application.claim());
    }

    private void open(UserAccount account, Application application, Set<UUID> claims, @Nullable String hash) {
        if (application.identity() != null && !identities.link(account.id(), application.identity())) {
            throw new LinkNoLongerValid();
        }
        if (application.identity() != null) {
            awaited.forget(application.identity());
        }
        account.activate(hash, clock.instant());
        if (!application.name().full().isEmpty()) {
            account.rename(application.name());
        }
        tokens.revoke(account.id(), PURPOSES);
        accounts.saveAndFlush(account);
        audit.record("user:" + account.id(), "account.activated", "user:" + account.id(), "");
        events.publishEvent(new UserActivated(TenantContext.current(), account.id(), claims));
    }

    /** What was asked for with the address and never activated, the last first. */
    private List<Application> filed(UserId user) {
        return tokens.unused(user, PURPOSES).stream()
                .map(token -> Application.parse(token.payload()))
                .toList();
    }

    private static Application last(List<Application> filed, Predicate<Application> which) {
        return filed.stream()
                .filter(which)
                .findFirst()
                .or(() -> filed.stream().findFirst())
                .orElseGet(() -> Application.parse(null));
    }

    private void send(UserAccount account, Application application) {
        var purpose = application.claim() == null ? Purpose.ACTIVATION : Purpose.CLAIM_ACTIVATION;
        var link = tokens.issue(account.id(), purpose, life(application), application.payload());
        events.publishEvent(new ActivationRequested(
                TenantContext.current(),
                account.id(),
                account.email(),
                application.name(),
                application.reason(),
                link.raw(),
                link.expiresAt()));
    }

    private Duration life(Application application) {
        return application.reason() == ActivationRequested.Reason.INVITATION
                ? settings.invitationLife()
                : settings.activationLife();
    }

    record Pending(UserId user, EmailAddress email, Application application) {}
}
