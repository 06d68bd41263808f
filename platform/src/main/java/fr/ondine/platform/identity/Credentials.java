package fr.ondine.platform.identity;

import fr.ondine.platform.identity.SignIns.Candidate;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.InvalidEmailAddress;
import fr.ondine.platform.kernel.RawToken;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Signs people in by password, and lets them change or recover it. */
@Service
public class Credentials {

    private final SignIns signIns;
    private final PasswordChanges changes;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final Attempts attempts;
    private final KnownBrowsers browsers;
    private final Reauthentication reauthentication;
    private final EvenTime evenly;

    Credentials(
            SignIns signIns,
            PasswordChanges changes,
            Passwords passwords,
            PasswordRules rules,
            Attempts attempts,
            KnownBrowsers browsers,
            Reauthentication reauthentication,
            EvenTime evenly) {
        this.signIns = signIns;
        this.changes = changes;
        this.passwords = passwords;
        this.rules = rules;
        this.attempts = attempts;
        this.browsers = browsers;
        this.reauthentication = reauthentication;
        this.evenly = evenly;
    }

    /** Who has this address and this password. Unknown, not activated, wrong, too often: one refusal, in the same time. */
    public CurrentUser signIn(String email, String password, Visitor visitor) {
        var typed = parsed(email);
        var account = typed.map(EmailAddress::value).orElse("?");
        var taken = attempts.signIn(account, visitor, () -> browsers.areOf(account, visitor))
                .orElseThrow(SignInRefused::new);
        var candidate = typed.flatMap(signIns::candidate);
        if (!passwords.fits(password, candidate.map(Candidate::hash).orElse(null))) {
            throw new SignInRefused();
        }
        attempts.giveBack(taken);
        return candidate.orElseThrow().user();
    }

    /** Replaces the password; every other session and device is signed out, this one goes on as the returned user. */
    public CurrentUser change(CurrentUser user, String current, String fresh) {
        reauthentication.require(user.userId(), current);
        rules.check(fresh, user.email());
        return changes.change(user, passwords.hash(fresh));
    }

    /**
     * A first password for who has none and has shown otherwise that it is they: what opens the account already goes on
     * doing so, and other sessions end.
     */
    public CurrentUser choose(CurrentUser user, OwnerProof proof, String fresh) {
        rules.check(fresh, user.email());
        reauthentication.require(user.userId(), OwnerAct.CHOOSE_PASSWORD, proof);
        return changes.choose(user, passwords.hash(fresh));
    }

    /** Has a link mailed that lets the owner choose a new password; the same answer when there is no account. */
    public void requestReset(EmailAddress email, Visitor visitor) {
        attempts.mayAskFor("reset", email, visitor);
        evenly.run(() -> changes.sendLink(email));
    }

    /** The account that a link lets choose a password for; it is not used up by looking. */
    public Optional<EmailAddress> accountToReset(RawToken link) {
        return changes.look(link);
    }

    /** Chooses the new password, once; every session and remembered device of the account ends. */
    public void reset(RawToken link, String fresh) {
        rules.check(fresh, changes.look(link).orElseThrow(LinkNoLongerValid::new));
        changes.reset(link, passwords.hash(fresh));
    }

    private static Optional<EmailAddress> parsed(String email) {
        try {
            return Optional.of(new EmailAddress(email));
        } catch (InvalidEmailAddress nobodys) {
            return Optional.empty();
        }
    }
}
