package fr.ondine.platform.identity;

import fr.ondine.platform.identity.Applications.Pending;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Opens accounts: somebody asks, the owner of the mailbox activates. Never tells whether an address has an account. */
@Service
public class Registration {

    private final Applications applications;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final Attempts attempts;
    private final EvenTime evenly;

    Registration(
            Applications applications, Passwords passwords, PasswordRules rules, Attempts attempts, EvenTime evenly) {
        this.applications = applications;
        this.passwords = passwords;
        this.rules = rules;
        this.attempts = attempts;
        this.evenly = evenly;
    }

    /** Has an activation link mailed or, where the address has an account, a mail that says so: the same answer. */
    public void signUp(NewAccount wanted, Visitor visitor) {
        rules.check(wanted.password(), wanted.email());
        attempts.mayAskFor("sign-up", wanted.email(), visitor);
        evenly.run(() -> applications.file(wanted.email(), application(wanted, null)));
    }

    /**
     * The same after a claim, which {@link UserActivated} names when the person activates; {@code filing} writes it down
     * for the account that waits, in the same transaction. Where the address has an account there is nothing to file:
     * its owner is told by mail and claims when signed in.
     */
    public void signUpAfterClaim(NewAccount wanted, UUID claim, Visitor visitor, Consumer<UserId> filing) {
        rules.check(wanted.password(), wanted.email());
        attempts.mayAskFor("sign-up", wanted.email(), visitor);
        evenly.run(() -> applications.fileWith(wanted.email(), application(wanted, claim), filing));
    }

    /** Customer service invites a person, who chooses a password on activation; empty when they have an account. */
    public Optional<UserId> invite(EmailAddress email, PersonName name, @Nullable UUID claim) {
        return applications.file(email, new Application(null, name, claim));
    }

    /** Has the activation link mailed again, when there is something to activate; the same answer when there is not. */
    public void resend(EmailAddress email, Visitor visitor) {
        attempts.mayAskFor("resend", email, visitor);
        evenly.run(() -> applications.sendAgain(email, application -> true));
    }

    /** The same of what this person asked for, whoever has asked with the same address since. */
    public void resend(EmailAddress email, ApplicationId own, Visitor visitor) {
        attempts.mayAskFor("resend", email, visitor);
        evenly.run(() -> applications.sendAgain(email, application -> application.is(own)));
    }

    /** The same of what a link that has expired was for. */
    public void resend(EmailAddress email, RawToken expired, Visitor visitor) {
        attempts.mayAskFor("resend", email, visitor);
        evenly.run(() -> {
            var own = applications.of(expired);
            applications.sendAgain(
                    email, application -> own.filter(application::is).isPresent());
        });
    }

    /** What a link activates; it is not used up by looking. */
    public Optional<Activation> activation(RawToken link) {
        return applications
                .look(link)
                .map(pending ->
                        new Activation(pending.email(), pending.application().name(), wanted(pending.application())));
    }

    /** Activates the account, once; {@code password} where {@link Activation#password()} asks for one. */
    public EmailAddress activate(RawToken link, String password) {
        var pending = applications.look(link).orElseThrow(LinkNoLongerValid::new);
        applications.activate(link, hash(pending, password));
        return pending.email();
    }

    private Application application(NewAccount wanted, @Nullable UUID claim) {
        return Application.of(wanted, passwords.hash(wanted.password()), claim);
    }

    private String hash(Pending pending, String password) {
        return switch (wanted(pending.application())) {
            case FRANCE_CONNECT -> throw new AnotherIdentity();
            case TO_CONFIRM -> confirmed(pending, password);
            case TO_CHOOSE -> {
                rules.check(password, pending.email());
                yield passwords.hash(password);
            }
        };
    }

    private String confirmed(Pending pending, String password) {
        var hash = Objects.requireNonNull(pending.application().passwordHash());
        if (!attempts.mayActivate(pending.user())) {
            throw new TooManyAttempts();
        }
        if (!passwords.fits(password, hash)) {
            throw new WrongPassword();
        }
        return hash;
    }

    private static Activation.Password wanted(Application application) {
        return switch (application.reason()) {
            case SIGN_UP, CLAIM -> Activation.Password.TO_CONFIRM;
            case INVITATION -> Activation.Password.TO_CHOOSE;
            case FRANCE_CONNECT -> Activation.Password.FRANCE_CONNECT;
        };
    }
}
