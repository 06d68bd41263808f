package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.TenantContext;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people may change of their account: name, address, and whether it exists. */
@Service
public class Profiles {

    private final UserAccounts accounts;
    private final EmailChanges emails;
    private final Deletion deletion;
    private final Reauthentication reauthentication;
    private final Attempts attempts;
    private final EvenTime evenly;

    Profiles(
            UserAccounts accounts,
            EmailChanges emails,
            Deletion deletion,
            Reauthentication reauthentication,
            Attempts attempts,
            EvenTime evenly) {
        this.accounts = accounts;
        this.emails = emails;
        this.deletion = deletion;
        this.reauthentication = reauthentication;
        this.attempts = attempts;
        this.evenly = evenly;
    }

    @Transactional(readOnly = true)
    public Profile of(UserId user) {
        var account = accounts.findActive(user).orElseThrow(SignInRefused::new);
        return new Profile(account.email(), account.name(), account.createdAt());
    }

    /** Where a user is written to; empty when the account is gone. */
    @Transactional(readOnly = true)
    public Optional<EmailAddress> address(UserId user) {
        return accounts.findActive(user).map(UserAccount::email);
    }

    /** Addresses the person otherwise from now on, as the returned user. */
    @Transactional
    public CurrentUser rename(CurrentUser user, PersonName name) {
        var account = accounts.findActive(user.userId())
                // a session that was ended meanwhile must not go on as what the account has become
                .filter(found -> found.isOf(user))
                .orElseThrow(SignInRefused::new);
        account.rename(name);
        return account.signedIn(TenantContext.current().slug());
    }

    /** Has a link mailed to the new address; nothing changes before it is followed. The same answer when it is taken. */
    public void requestEmailChange(CurrentUser user, String password, EmailAddress fresh, Visitor visitor) {
        reauthentication.require(user.userId(), password);
        sendLink(user, fresh, visitor);
    }

    /** The same for who has shown otherwise that it is they. */
    public void requestEmailChange(CurrentUser user, OwnerProof proof, EmailAddress fresh, Visitor visitor) {
        reauthentication.require(user.userId(), OwnerAct.CHANGE_ADDRESS, proof);
        sendLink(user, fresh, visitor);
    }

    private void sendLink(CurrentUser user, EmailAddress fresh, Visitor visitor) {
        attempts.mayAskFor("email-change", fresh, visitor);
        evenly.run(() -> emails.sendLink(user, fresh));
    }

    /** The address that a link confirms; it is not used up by looking. */
    public Optional<EmailAddress> addressToConfirm(RawToken link) {
        return emails.addressToConfirm(link);
    }

    /** Whether who follows the link, and is not signed in with the account that it moves, has to give its password. */
    public boolean asksPassword(RawToken link) {
        return emails.owner(link).filter(reauthentication::hasPassword).isPresent();
    }

    /** Whether it moves the account with which they are signed in. */
    public boolean isOwn(CurrentUser user, RawToken link) {
        return emails.owner(link).filter(user.userId()::equals).isPresent();
    }

    /**
     * Makes the new address the account's, once; sessions end and the old address is told how to undo it. A click on a mail
     * that somebody else caused gives them no address: it takes the password, or who is signed in.
     */
    public EmailAddress confirmEmailChange(RawToken link, String password) {
        reauthentication.require(emails.owner(link).orElseThrow(LinkNoLongerValid::new), password);
        return emails.confirm(link, account -> true);
    }

    /** The same by who is signed in with the account; anybody else is refused. */
    public EmailAddress confirmEmailChange(RawToken link, CurrentUser here) {
        return emails.confirm(link, account -> account.id().equals(here.userId()) && account.isOf(here));
    }

    /** The address that a link brings back; it is not used up by looking. */
    public Optional<EmailAddress> addressToRestore(RawToken link) {
        return emails.addressToRestore(link);
    }

    /** Brings the old address back, once; whoever changed it may know the password, so a new one is to be chosen by mail. */
    public EmailAddress undoEmailChange(RawToken link) {
        return emails.undo(link);
    }

    /** Ends access to the portal for good; the person's contracts go on. */
    public void delete(CurrentUser user, String password) {
        reauthentication.require(user.userId(), password);
        deletion.delete(user);
    }

    /** The same for who has shown otherwise that it is they. */
    public void delete(CurrentUser user, OwnerProof proof) {
        reauthentication.require(user.userId(), OwnerAct.DELETE_ACCOUNT, proof);
        deletion.delete(user);
    }
}
