package fr.ondine.platform.oldaccounts;

import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.identity.NewAccount;
import fr.ondine.platform.identity.OtherLogins;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.identity.Visitor;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings logins of the portal before this one over: the old number and password, then name, address and a new password,
 * then a mail. Never tells whether a number is known, or an address has an account.
 */
@Service
public class OldAccounts {

    private final OldLogins logins;
    private final ComingOver coming;
    private final OtherLogins doors;
    private final Tenants tenants;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OldAccounts(
            OldLogins logins,
            ComingOver coming,
            OtherLogins doors,
            Tenants tenants,
            TransactionTemplate transaction,
            Clock clock) {
        this.logins = logins;
        this.coming = coming;
        this.doors = doors;
        this.tenants = tenants;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whether this utility has such logins. */
    public boolean areOffered() {
        return tenants.current().oldAccounts() != null;
    }

    /** Whether who has come over may still sign in by the old number. */
    public boolean isNumberAccepted() {
        var rule = tenants.current().oldAccounts();
        return rule != null && rule.signsInOn(LocalDate.now(clock));
    }

    /**
     * What the number and the password lead to. Unknown, wrong, too often, no longer: one refusal, after the same work: a
     * hash of the former portal, this number's or another's, and one of ours.
     */
    public OldSignIn signIn(String typed, String password, Visitor visitor) {
        var number = OldNumbers.tidy(typed);
        return doors.signIn(
                number,
                visitor,
                () -> logins.find(number).flatMap(this::owner),
                () -> areOffered() ? check(number, password) : Optional.empty());
    }

    /** Whose account the number opens, for as long as it does. */
    private Optional<UserId> owner(OldLogin login) {
        return isNumberAccepted() ? Optional.ofNullable(login.user()) : Optional.empty();
    }

    private Optional<OldSignIn> check(String number, String password) {
        var login = logins.find(number);
        var own = login.map(OldLogin::password);
        var compared = own.or(() -> logins.neighbour(number));
        var fits = compared.isPresent() && doors.inTurn(() -> OldPasswords.fits(password, compared.get()));
        var user = doors.byPassword(login.flatMap(this::owner).orElse(null), password);
        if (own.isPresent() && fits) {
            return login.map(ProvenOldLogin::of).map(OldSignIn.Proven::new);
        }
        return user.map(OldSignIn.SignedIn::new);
    }

    /** Has a link mailed that opens the account with what the login opened; nothing has changed before. */
    public void comeOver(ProvenOldLogin login, NewAccount account, Visitor visitor) {
        var id = UUID.randomUUID();
        doors.bringIn(account, id, visitor, coming.filing(id, login.id(), account.email()));
    }

    /** Has a link mailed to the address that is known of the login, when there is one; the same answer when there is none. */
    public void sendLink(String typed, Visitor visitor) {
        var number = OldNumbers.tidy(typed);
        doors.ask(number, visitor, () -> {
            if (areOffered()) {
                logins.find(number).ifPresent(login -> send(login, "visitor"));
            }
        });
    }

    /** Whether there was an address to send it to. */
    boolean send(OldLogin login, String actor) {
        var email = login.email();
        if (email == null) { // nor is there one of what has come over
            return false;
        }
        transaction.executeWithoutResult(status -> invite(login, email, actor));
        return true;
    }

    private void invite(OldLogin login, EmailAddress email, String actor) {
        var id = UUID.randomUUID();
        coming.note(actor, "old-account.link-sent", login.id());
        doors.invite(email, login.name(), id, coming.filing(id, login.id(), email));
    }

    /** Numbers, as printed, of what a mailed link brings into the account of this person; it is not used up by looking. */
    public Optional<List<String>> brings(CurrentUser user, RawToken link) {
        var printed = tenants.current().contractNumbers();
        return coming.brings(user.userId(), link)
                .map(numbers -> numbers.stream().map(printed::display).toList());
    }

    /** Brings it in, once. */
    public void bringIn(CurrentUser user, RawToken link) {
        coming.bringIn(user, link);
    }

    /** What such a login is called here. */
    public @Nullable String name() {
        var rule = tenants.current().oldAccounts();
        return rule == null ? null : rule.login();
    }
}
