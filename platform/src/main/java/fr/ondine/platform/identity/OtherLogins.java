package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.EmailAddress;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * For logins that are kept elsewhere: the same limits, the same silence and the same cost as for addresses and passwords.
 */
@Service
public class OtherLogins {

    private static final String KIND = "other-login";

    private final SignIns signIns;
    private final Applications applications;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final Attempts attempts;
    private final KnownBrowsers browsers;
    private final EvenTime evenly;

    OtherLogins(
            SignIns signIns,
            Applications applications,
            Passwords passwords,
            PasswordRules rules,
            Attempts attempts,
            KnownBrowsers browsers,
            EvenTime evenly) {
        this.signIns = signIns;
        this.applications = applications;
        this.passwords = passwords;
        this.rules = rules;
        this.attempts = attempts;
        this.browsers = browsers;
        this.evenly = evenly;
    }

    /**
     * What {@code check} gives for this login; nothing, or too often: {@link SignInRefused}. {@code owner} tells whose account
     * the login opens, where it opens one: their own browser is known by it.
     */
    public <T> T signIn(String login, Visitor visitor, Supplier<Optional<UserId>> owner, Supplier<Optional<T>> check) {
        var taken = attempts.signInByOther(
                        KIND + " " + login,
                        visitor,
                        () -> owner.get()
                                .filter(user -> browsers.areOf(user, visitor))
                                .isPresent())
                .orElseThrow(SignInRefused::new);
        var found = check.get().orElseThrow(SignInRefused::new);
        attempts.giveBack(taken);
        return found;
    }

    /** A check that costs about what one of ours does, in turn with them. */
    public boolean inTurn(BooleanSupplier check) {
        return passwords.inTurn(check::getAsBoolean);
    }

    /** The person, when the password is their account's; takes as long when there is no such account. */
    public Optional<CurrentUser> byPassword(@Nullable UserId user, String password) {
        var candidate = Optional.ofNullable(user).flatMap(signIns::candidate);
        var fits =
                passwords.fits(password, candidate.map(SignIns.Candidate::hash).orElse(null));
        return candidate.filter(known -> fits).map(SignIns.Candidate::user);
    }

    /**
     * Has a link mailed that opens an account in which {@link UserActivated} names {@code claim}, as after any claim: the
     * same answer, in the same time, where the address has an account.
     */
    public void bringIn(NewAccount wanted, UUID claim, Visitor visitor, Arrivals arrivals) {
        rules.check(wanted.password(), wanted.email());
        attempts.mayAskFor("sign-up", wanted.email(), visitor);
        evenly.run(() -> applications.file(
                wanted.email(), Application.of(wanted, passwords.hash(wanted.password()), claim), arrivals));
    }

    /** Runs what may have a mail sent and must not tell whether it did: so many times for a login, and from one place. */
    public void ask(String login, Visitor visitor, Runnable work) {
        attempts.mayAskFor(KIND, login, visitor);
        evenly.run(work);
    }

    /** Has a link mailed by which the owner of a mailbox chooses a password, and {@code claim} is named as above. */
    public void invite(EmailAddress email, PersonName name, UUID claim, Arrivals arrivals) {
        applications.file(email, new Application(null, name, claim), arrivals);
    }
}
