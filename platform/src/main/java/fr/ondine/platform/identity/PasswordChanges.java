package fr.ondine.platform.identity;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.identity.EmailTokens.Purpose;
import fr.ondine.platform.identity.PasswordResetRequested.Reason;
import fr.ondine.platform.identity.SignInMethodChanged.What;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.TenantContext;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts another password in place: every other session, remembered device and link that was sent before ends with it. */
@Component
@Transactional
class PasswordChanges {

    private final UserAccounts accounts;
    private final Applications applications;
    private final EmailTokens tokens;
    private final RememberedDevices devices;
    private final IdentityLinks links;
    private final IdentitySettings settings;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    PasswordChanges(
            UserAccounts accounts,
            Applications applications,
            EmailTokens tokens,
            RememberedDevices devices,
            IdentityLinks links,
            IdentitySettings settings,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.applications = applications;
        this.tokens = tokens;
        this.devices = devices;
        this.links = links;
        this.settings = settings;
        this.audit = audit;
        this.events = events;
    }

    void sendLink(EmailAddress email) {
        accounts.lockByEmail(email.value()).ifPresent(account -> sendLink(account, Reason.FORGOTTEN));
    }

    void sendLink(UserAccount account, Reason reason) {
        var link = tokens.issue(account.id(), Purpose.PASSWORD_RESET, settings.resetLife(), null);
        events.publishEvent(new PasswordResetRequested(
                TenantContext.current(), account.id(), account.email(), reason, link.raw(), link.expiresAt()));
    }

    Optional<EmailAddress> look(RawToken raw) {
        return tokens.look(raw, Purpose.PASSWORD_RESET)
                .flatMap(token -> accounts.findLiving(token.user()))
                .map(UserAccount::email);
    }

    /**
     * By a mailed link, which also shows that the mailbox is theirs: an account that waits is active then. What was linked
     * is not any more, for whoever knew the old password may have linked theirs.
     */
    void reset(RawToken raw, String hash) {
        var token = tokens.use(raw, Purpose.PASSWORD_RESET);
        var account = accounts.findLiving(token.user()).orElseThrow(LinkNoLongerValid::new);
        if (account.isActive()) {
            replace(account, hash, "password.reset");
            links.drop(account);
        } else {
            applications.activate(account, hash);
            tokens.revoke(account.id(), Purpose.PASSWORD_RESET);
        }
    }

    /**
     * By the person who is signed in, and stays so with what is returned. What they typed may open nothing any more: whoever
     * found it out must not take the place of the owner who has just chosen another one.
     */
    CurrentUser change(CurrentUser user, String hash) {
        var account = locked(user);
        replace(account, hash, "password.changed");
        return account.signedIn(TenantContext.current().slug());
    }

    /** The same for who has none, beside what opens the account already: nobody else can have linked that by a password. */
    CurrentUser choose(CurrentUser user, String hash) {
        var account = locked(user);
        if (account.passwordHash() != null) {
            throw new PasswordAlreadyChosen();
        }
        put(account, hash, What.PASSWORD_CHOSEN.action());
        events.publishEvent(
                new SignInMethodChanged(TenantContext.current(), account.id(), account.email(), What.PASSWORD_CHOSEN));
        return account.signedIn(TenantContext.current().slug());
    }

    private UserAccount locked(CurrentUser user) {
        tokens.revoke(user.userId(), Purpose.PASSWORD_RESET, Purpose.EMAIL_CHANGE);
        return accounts.lockActive(user.userId())
                .filter(found -> found.isOf(user))
                .orElseThrow(SignInRefused::new);
    }

    private void replace(UserAccount account, String hash, String action) {
        put(account, hash, action);
        events.publishEvent(new PasswordChanged(TenantContext.current(), account.id(), account.email()));
    }

    private void put(UserAccount account, String hash, String action) {
        account.changePassword(hash);
        accounts.saveAndFlush(account);
        devices.forgetAll(account.id());
        tokens.revoke(account.id(), Purpose.PASSWORD_RESET, Purpose.EMAIL_CHANGE);
        audit.record("user:" + account.id(), action, "user:" + account.id(), "");
    }
}
