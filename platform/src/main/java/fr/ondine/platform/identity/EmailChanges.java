package fr.ondine.platform.identity;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.identity.EmailTokens.Purpose;
import fr.ondine.platform.identity.EmailTokens.Token;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.TenantContext;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An account's way from one address to another: confirmed at the new one, announced at the old one, and back. */
@Component
@Transactional
class EmailChanges {

    private final UserAccounts accounts;
    private final PasswordChanges passwords;
    private final EmailTokens tokens;
    private final IdentityLinks links;
    private final RememberedDevices devices;
    private final IdentitySettings settings;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    EmailChanges(
            UserAccounts accounts,
            PasswordChanges passwords,
            EmailTokens tokens,
            IdentityLinks links,
            RememberedDevices devices,
            IdentitySettings settings,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.tokens = tokens;
        this.links = links;
        this.devices = devices;
        this.settings = settings;
        this.audit = audit;
        this.events = events;
    }

    /** What was typed for it may open nothing any more: a thief's link must not outlive a new password. */
    void sendLink(CurrentUser person, EmailAddress fresh) {
        var user = person.userId();
        tokens.revoke(user, Purpose.EMAIL_CHANGE);
        var account =
                accounts.lockActive(user).filter(found -> found.isOf(person)).orElseThrow(SignInRefused::new);
        var owner = accounts.findByEmail(fresh.value()).filter(UserAccount::isActive);
        if (owner.isPresent()) {
            events.publishEvent(new AccountAlreadyExists(
                    TenantContext.current(), owner.get().id(), fresh, false));
            return;
        }
        var link = tokens.issue(user, Purpose.EMAIL_CHANGE, settings.emailChangeLife(), fresh.value());
        events.publishEvent(new EmailChangeRequested(
                TenantContext.current(), user, account.email(), fresh, link.raw(), link.expiresAt()));
    }

    Optional<EmailAddress> addressToConfirm(RawToken raw) {
        return tokens.look(raw, Purpose.EMAIL_CHANGE).map(EmailChanges::address);
    }

    /** Whose account a link moves. */
    Optional<UserId> owner(RawToken raw) {
        return tokens.look(raw, Purpose.EMAIL_CHANGE).map(Token::user);
    }

    /** By the link, which shows that the mailbox is read, and by whose account it moves, which the mailbox's owner may not be. */
    EmailAddress confirm(RawToken raw, Predicate<UserAccount> isOwners) {
        var token = tokens.use(raw, Purpose.EMAIL_CHANGE);
        var account = accounts.findActive(token.user()).orElseThrow(LinkNoLongerValid::new);
        if (!isOwners.test(account)) {
            throw new SignInRefused();
        }
        var old = account.email();
        move(account, address(token), "email.changed");
        var undo = tokens.issue(account.id(), Purpose.EMAIL_CHANGE_UNDO, settings.emailUndoLife(), old.value());
        events.publishEvent(new EmailChanged(
                TenantContext.current(), account.id(), old, account.email(), undo.raw(), undo.expiresAt()));
        return account.email();
    }

    Optional<EmailAddress> addressToRestore(RawToken raw) {
        return tokens.look(raw, Purpose.EMAIL_CHANGE_UNDO).map(EmailChanges::address);
    }

    EmailAddress undo(RawToken raw) {
        var token = tokens.use(raw, Purpose.EMAIL_CHANGE_UNDO);
        var account = accounts.findActive(token.user()).orElseThrow(LinkNoLongerValid::new);
        var left = account.email();
        account.lock();
        move(account, address(token), "email.restored");
        links.drop(account); // whoever changed the address may have linked theirs
        // an earlier change may be taken back still: a thief who moves on and back does not end the owner's way back
        tokens.revokeSince(account.id(), Purpose.EMAIL_CHANGE_UNDO, token.issuedAt());
        passwords.sendLink(account, PasswordResetRequested.Reason.ADDRESS_RESTORED);
        events.publishEvent(new AddressRestored(TenantContext.current(), account.id(), left, token.issuedAt()));
        return account.email();
    }

    /** Links that were mailed to the address that is left open nothing any more. */
    private void move(UserAccount account, EmailAddress address, String action) {
        accounts.reserve(address.value());
        accounts.findByEmail(address.value()).ifPresent(this::giveWay);
        account.changeEmail(address);
        accounts.saveAndFlush(account);
        devices.forgetAll(account.id());
        tokens.revoke(account.id(), Purpose.PASSWORD_RESET, Purpose.EMAIL_CHANGE);
        audit.record("user:" + account.id(), action, "user:" + account.id(), "");
    }

    /** Whoever only signed up with an address has not shown that it is theirs; whoever follows a link to it has. */
    private void giveWay(UserAccount other) {
        if (other.isActive()) {
            throw new EmailUnavailable();
        }
        other.anonymise();
        accounts.saveAndFlush(other);
        tokens.revoke(other.id(), Purpose.values());
    }

    private static EmailAddress address(Token token) {
        return new EmailAddress(Objects.requireNonNull(token.payload()));
    }
}
