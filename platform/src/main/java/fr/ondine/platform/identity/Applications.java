package fr.ondine.platform.identity;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.identity.EmailTokens.Purpose;
import fr.ondine.platform.identity.EmailTokens.Token;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.TenantContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
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
    private final IdentitySettings settings;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Applications(
            UserAccounts accounts,
            EmailTokens tokens,
            LinkedIdentities identities,
            IdentitySettings settings,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.identities = identities;
        this.settings = settings;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The account that waits for its activation; none when the address has an active one, whose owner is told. */
    Optional<UserId> file(EmailAddress email, Application application) {
        accounts.reserve(email.value());
        var known = accounts.findByEmail(email.value());
        if (known.isPresent() && known.get().isActive()) {
            events.publishEvent(new AccountAlreadyExists(
                    TenantContext.current(), known.get().id(), email, application.identity() != null));
            return Optional.empty();
        }
        var account = known.orElseGet(() -> accounts.saveAndFlush(
                new UserAccount(email, application.withoutIdentity().name(), clock.instant())));
        send(account, application);
        return Optional.of(account.id());
    }

    /** The same, with what else is to be written down, in one transaction, for the account that waits. */
    void file(EmailAddress email, Application application, Consumer<UserId> filing) {
        file(email, application).ifPresent(filing);
    }

    /** Sends the last link again as a fresh one, when there is something left to activate. */
    void sendAgain(EmailAddress email) {
        accounts.findByEmail(email.value())
                .filter(account -> !account.isActive())
                .ifPresent(account -> send(account, last(account.id())));
    }

    Optional<Pending> look(RawToken raw) {
        return tokens.look(raw, PURPOSES)
                .flatMap(token -> waiting(token.user())
                        .map(account ->
                                new Pending(account.id(), account.email(), Application.parse(token.payload()))));
    }

    /** Uses the link: the account is active, with this password, or opened by the identity that asked for it. */
    void activate(RawToken raw, @Nullable String hash) {
        var token = tokens.use(raw, PURPOSES);
        var account = waiting(token.user()).orElseThrow(LinkNoLongerValid::new);
        open(account, Application.parse(token.payload()), hash);
    }

    /**
     * Activates by another proof that the mailbox is the person's; who else asked for the account under another identity
     * has no part in it.
     */
    void activate(UserAccount account, String hash) {
        open(account, last(account.id()).withoutIdentity(), hash);
    }

    /** A link that was written while the account was being activated by another one activates nothing any more. */
    private Optional<UserAccount> waiting(UserId user) {
        return accounts.findLiving(user).filter(account -> !account.isActive());
    }

    private void open(UserAccount account, Application application, @Nullable String hash) {
        if (application.identity() != null && !identities.link(account.id(), application.identity())) {
            throw new LinkNoLongerValid();
        }
        account.activate(hash, clock.instant());
        if (!application.name().full().isEmpty()) {
            account.rename(application.name());
        }
        tokens.revoke(account.id(), PURPOSES);
        accounts.saveAndFlush(account);
        audit.record("user:" + account.id(), "account.activated", "user:" + account.id(), "");
        events.publishEvent(new UserActivated(TenantContext.current(), account.id(), application.claim()));
    }

    private Application last(UserId user) {
        return Application.parse(
                tokens.lastUnused(user, PURPOSES).map(Token::payload).orElse(null));
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
