package fr.ondine.platform.identity;

import fr.ondine.platform.passkeys.KnownPasskey;
import fr.ondine.platform.passkeys.Passkey;
import fr.ondine.platform.passkeys.PasskeyAnswer;
import fr.ondine.platform.passkeys.PasskeyAsked;
import fr.ondine.platform.passkeys.PasskeyCheck;
import fr.ondine.platform.passkeys.PasskeyCopied;
import fr.ondine.platform.passkeys.PasskeyQuestion;
import fr.ondine.platform.passkeys.PasskeyRefused;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Passkeys (clés d'accès) that open a subscriber's account, beside its password. */
@Service
public class Passkeys {

    private static final int LONGEST_COUNTED = 64;

    private final PasskeyAccounts accounts;
    private final PasskeyCheck check;
    private final Reauthentication reauthentication;
    private final Attempts attempts;
    private final KnownBrowsers browsers;

    Passkeys(
            PasskeyAccounts accounts,
            PasskeyCheck check,
            Reauthentication reauthentication,
            Attempts attempts,
            KnownBrowsers browsers) {
        this.accounts = accounts;
        this.check = check;
        this.reauthentication = reauthentication;
        this.attempts = attempts;
        this.browsers = browsers;
    }

    /** A person's own, in the order in which they were added. */
    public List<Passkey> of(UserId user) {
        return accounts.of(user);
    }

    /** At which host of the utility a passkey counts that is asked for there. */
    public String hostOf(String asked) {
        return check.hostOf(asked);
    }

    /** Asks somebody for a passkey, whoever they are. */
    public PasskeyAsked ask(String host) {
        return check.forAny(host);
    }

    /** Whose passkey it is. Unknown, not believed, of nobody any more, too often: one refusal. */
    public CurrentUser signIn(PasskeyQuestion question, String text, Visitor visitor) {
        var answer = read(text);
        var counted = "passkey " + counted(answer.credentialId());
        var taken =
                attempts.signIn(counted, visitor, () -> isOwn(answer, visitor)).orElseThrow(SignInRefused::new);
        var known = accounts.find(answer.credentialId()).orElse(null);
        try {
            var counter = check.check(question, answer, known);
            var user = accounts.signIn(known(known), answer.credentialId(), counter)
                    .orElseThrow(SignInRefused::new);
            attempts.giveBack(taken);
            return user;
        } catch (PasskeyRefused refused) {
            throw new SignInRefused();
        } catch (PasskeyCopied backwards) {
            accounts.copied(known(known));
            throw new SignInRefused();
        }
    }

    /** Asks the person's device for another passkey, after their password: an open session may be somebody else's. */
    public PasskeyAsked askForNew(CurrentUser user, String password, String host) {
        reauthentication.require(user.userId(), password);
        return forNew(user, host);
    }

    /** The same after one of their own, for who has no password. */
    public PasskeyAsked askForNew(CurrentUser user, PasskeyQuestion question, String answer) {
        require(user, question, answer);
        return forNew(user, question.host());
    }

    /** The same for who has shown otherwise that it is they. */
    public PasskeyAsked askForNew(CurrentUser user, OwnerProof proof, String host) {
        reauthentication.require(user.userId(), OwnerAct.CHANGE_PASSKEYS, proof);
        return forNew(user, host);
    }

    /** Has the passkey open the account that was just made for it. */
    public void add(CurrentUser user, PasskeyQuestion question, String answer, String name) {
        accounts.add(user, check.made(question, answer), name);
    }

    /** Asks the person who is signed in for one of their own. */
    public PasskeyAsked askOwner(CurrentUser user, String host) {
        return check.forOneOf(accounts.credentials(user.userId(), check.hostOf(host)), host);
    }

    /** Has it open the account no longer; other sessions end, this one goes on as the returned user. */
    public CurrentUser remove(CurrentUser user, UUID passkey, String password) {
        reauthentication.require(user.userId(), password);
        return accounts.remove(user, passkey);
    }

    /** The same after any of their own, for who has no password. */
    public CurrentUser remove(CurrentUser user, UUID passkey, PasskeyQuestion question, String answer) {
        require(user, question, answer);
        return accounts.remove(user, passkey);
    }

    /** The same for who has shown otherwise that it is they. */
    public CurrentUser remove(CurrentUser user, UUID passkey, OwnerProof proof) {
        reauthentication.require(user.userId(), OwnerAct.CHANGE_PASSKEYS, proof);
        return accounts.remove(user, passkey);
    }

    /** That the person who is signed in has just shown one of their own, for that act. */
    public OwnerProof prove(CurrentUser user, OwnerAct act, PasskeyQuestion question, String answer) {
        require(user, question, answer);
        return reauthentication.prove(user.userId(), act);
    }

    /** Whether they have one that counts at that host. */
    public boolean hasAt(UserId user, String host) {
        return !accounts.credentials(user, check.hostOf(host)).isEmpty();
    }

    private PasskeyAsked forNew(CurrentUser user, String host) {
        var known = accounts.credentials(user.userId(), check.hostOf(host));
        return check.forNew(accounts.owner(user), known, host);
    }

    private void require(CurrentUser user, PasskeyQuestion question, String text) {
        reauthentication.mayTry(user.userId());
        var answer = check.read(text);
        var known = accounts.find(answer.credentialId()).orElse(null);
        try {
            if (!accounts.shown(user, known(known), check.check(question, answer, known))) {
                throw new PasskeyRefused();
            }
        } catch (PasskeyCopied backwards) {
            accounts.copied(known(known));
            throw new PasskeyRefused();
        }
    }

    private boolean isOwn(PasskeyAnswer answer, Visitor visitor) {
        return accounts.find(answer.credentialId())
                .filter(known -> browsers.areOf(new UserId(known.owner()), visitor))
                .isPresent();
    }

    private PasskeyAnswer read(String text) {
        try {
            return check.read(text);
        } catch (PasskeyRefused unreadable) {
            throw new SignInRefused();
        }
    }

    private static KnownPasskey known(@Nullable KnownPasskey found) {
        if (found == null) {
            throw new PasskeyRefused();
        }
        return found;
    }

    /** Whoever makes identifiers up makes them as long as they like. */
    private static String counted(byte[] credentialId) {
        var hex = HexFormat.of().formatHex(credentialId);
        return hex.length() > LONGEST_COUNTED ? hex.substring(0, LONGEST_COUNTED) : hex;
    }
}
