package fr.ondine.platform.identity;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.identity.EmailTokens.Purpose;
import fr.ondine.platform.identity.SignInMethodChanged.What;
import fr.ondine.platform.tenancy.TenantContext;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ties a proven identity to an account, and lets a person give up one of two ways in, never the last one. */
@Component
@Transactional
class IdentityLinks {

    private final UserAccounts accounts;
    private final LinkedIdentities identities;
    private final EmailTokens tokens;
    private final RememberedDevices devices;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    IdentityLinks(
            UserAccounts accounts,
            LinkedIdentities identities,
            EmailTokens tokens,
            RememberedDevices devices,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.identities = identities;
        this.tokens = tokens;
        this.devices = devices;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    Optional<CurrentUser> signIn(ProvenIdentity identity) {
        return identities.owner(identity).flatMap(accounts::findActive).map(account -> {
            accounts.signedIn(account.id(), clock.instant());
            return account.signedIn(TenantContext.current().slug());
        });
    }

    @Transactional(readOnly = true)
    WaysIn waysIn(UserId user) {
        var account = accounts.findActive(user).orElseThrow(SignInRefused::new);
        return new WaysIn(account.passwordHash() != null, identities.linkedAt(user));
    }

    void link(UserId user, ProvenIdentity identity) {
        var account = accounts.findActive(user).orElseThrow(SignInRefused::new);
        if (!identities.link(user, identity)) {
            throw new IdentityUnavailable();
        }
        tell(account, What.FRANCE_CONNECT_LINKED);
    }

    CurrentUser unlink(UserId user) {
        var account = accounts.findActive(user).orElseThrow(SignInRefused::new);
        if (account.passwordHash() == null) {
            throw new LastWayIn();
        }
        if (identities.unlink(user)) {
            account.endSessions();
            tell(end(account), What.FRANCE_CONNECT_UNLINKED);
        }
        return account.signedIn(TenantContext.current().slug());
    }

    /** Of an account of which nobody knows any more who had it: its sessions have ended already. */
    void drop(UserAccount account) {
        if (identities.unlink(account.id())) {
            tell(account, What.FRANCE_CONNECT_UNLINKED);
        }
    }

    CurrentUser removePassword(UserId user) {
        var account = accounts.findActive(user).orElseThrow(SignInRefused::new);
        if (identities.linkedAt(user).isEmpty()) {
            throw new LastWayIn();
        }
        account.lock();
        tokens.revoke(user, Purpose.PASSWORD_RESET, Purpose.EMAIL_CHANGE);
        tell(end(account), What.PASSWORD_REMOVED);
        return account.signedIn(TenantContext.current().slug());
    }

    private UserAccount end(UserAccount account) {
        devices.forgetAll(account.id());
        return accounts.saveAndFlush(account);
    }

    private void tell(UserAccount account, What what) {
        audit.record("user:" + account.id(), what.action(), "user:" + account.id(), "");
        events.publishEvent(new SignInMethodChanged(TenantContext.current(), account.id(), account.email(), what));
    }
}
