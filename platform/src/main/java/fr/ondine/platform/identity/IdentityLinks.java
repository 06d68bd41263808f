package fr.ondine.platform.identity;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.identity.EmailTokens.Purpose;
import fr.ondine.platform.identity.SignInMethodChanged.What;
import fr.ondine.platform.tenancy.TenantContext;
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
    private final AwaitedIdentities awaited;
    private final PasskeyAccounts passkeys;
    private final EmailTokens tokens;
    private final RememberedDevices devices;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    IdentityLinks(
            UserAccounts accounts,
            LinkedIdentities identities,
            AwaitedIdentities awaited,
            PasskeyAccounts passkeys,
            EmailTokens tokens,
            RememberedDevices devices,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.identities = identities;
        this.awaited = awaited;
        this.passkeys = passkeys;
        this.tokens = tokens;
        this.devices = devices;
        this.audit = audit;
        this.events = events;
    }

    Optional<CurrentUser> signIn(ProvenIdentity identity) {
        return identities
                .owner(identity)
                .flatMap(accounts::lockActive)
                // it may have been unlinked while the account was waited for
                .filter(account -> identities.owner(identity).equals(Optional.of(account.id())))
                .map(account -> account.signedIn(TenantContext.current().slug()));
    }

    @Transactional(readOnly = true)
    WaysIn waysIn(UserId user) {
        var account = accounts.findActive(user).orElseThrow(SignInRefused::new);
        return new WaysIn(account.passwordHash() != null, identities.linkedAt(user), passkeys.open(user));
    }

    /** Whether the identity opens the account of that session, which has not ended. */
    @Transactional(readOnly = true)
    boolean isOf(CurrentUser user, ProvenIdentity identity) {
        return identities.owner(identity).equals(Optional.of(user.userId()))
                && accounts.findActive(user.userId())
                        .filter(account -> account.isOf(user))
                        .isPresent();
    }

    void link(CurrentUser user, ProvenIdentity identity) {
        var account = locked(user);
        if (!identities.link(account.id(), identity)) {
            throw new IdentityUnavailable();
        }
        awaited.forget(identity);
        tell(account, What.FRANCE_CONNECT_LINKED);
    }

    CurrentUser unlink(CurrentUser user) {
        var account = locked(user);
        if (account.passwordHash() == null && !passkeys.open(account.id())) {
            throw new LastWayIn();
        }
        if (identities.unlink(account.id())) {
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
        passkeys.drop(account);
    }

    CurrentUser removePassword(CurrentUser user) {
        tokens.revoke(user.userId(), Purpose.PASSWORD_RESET, Purpose.EMAIL_CHANGE);
        var account = locked(user);
        if (identities.linkedAt(account.id()).isEmpty()) {
            throw new LastWayIn();
        }
        account.lock();
        tell(end(account), What.PASSWORD_REMOVED);
        return account.signedIn(TenantContext.current().slug());
    }

    /** What the password was asked for before may have ended since: a thief's link must not outlive a new password. */
    private UserAccount locked(CurrentUser user) {
        return accounts.lockActive(user.userId())
                .filter(account -> account.isOf(user))
                .orElseThrow(SignInRefused::new);
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
