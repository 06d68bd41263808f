package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.RateLimits;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Counts what people try, per mailbox, per network address and per utility. */
@Component
class Attempts {

    private static final Duration SIGN_IN_WINDOW = Duration.ofMinutes(15);
    private static final Duration REQUEST_WINDOW = Duration.ofHours(1);

    private final RateLimits limits;
    private final IdentitySettings settings;

    Attempts(RateLimits limits, IdentitySettings settings) {
        this.limits = limits;
        this.settings = settings;
    }

    boolean maySignIn(String typedEmail, Visitor visitor) {
        return signIn(typedEmail, visitor)
                .allMatch(limit -> limits.allow(limit.kind(), limit.subject(), limit.permits(), SIGN_IN_WINDOW));
    }

    /** A right password is no attempt to guess one: on the day the invoices come, everybody signs in. */
    void signedIn(String typedEmail, Visitor visitor) {
        signIn(typedEmail, visitor)
                .forEach(limit -> limits.giveBack(limit.kind(), limit.subject(), limit.permits(), SIGN_IN_WINDOW));
    }

    /** Whether the person who is signed in may try their password once more. */
    boolean mayConfirm(UserId user) {
        return limits.allow("confirm", user.toString(), settings.signInsPerAccount(), SIGN_IN_WINDOW);
    }

    /** Whether somebody may come back from a provider of identities, whom each of them costs three questions. */
    boolean mayArrive(Visitor visitor) {
        return arrival(visitor)
                .allMatch(limit -> limits.allow(limit.kind(), limit.subject(), limit.permits(), SIGN_IN_WINDOW));
    }

    /** Somebody who was believed is no attempt to be somebody else. */
    void arrived(Visitor visitor) {
        arrival(visitor)
                .forEach(limit -> limits.giveBack(limit.kind(), limit.subject(), limit.permits(), SIGN_IN_WINDOW));
    }

    /** Refuses a further mail of that kind to that mailbox, or asked for from that network address. */
    void mayAskFor(String kind, EmailAddress email, Visitor visitor) {
        if (!limits.allow(kind + "-from", visitor.address(), settings.requestsPerAddress(), REQUEST_WINDOW)
                || !limits.allow(kind + "-to", email.value(), settings.requestsPerEmail(), REQUEST_WINDOW)) {
            throw new TooManyAttempts();
        }
    }

    /** From the narrowest on, so that whoever is stopped uses up nothing that others need. */
    private Stream<Limit> signIn(String email, Visitor visitor) {
        var place = visitor.address();
        return Stream.of(
                new Limit("sign-in-from", place, settings.signInsPerAddress()),
                new Limit("sign-in-from-to", place + " " + email, settings.signInsPerAccount()),
                new Limit("sign-in-to", email, settings.signInsPerAccountInAll()),
                new Limit("sign-in-all", "all", settings.signInsPerUtility()));
    }

    private Stream<Limit> arrival(Visitor visitor) {
        return Stream.of(
                new Limit("arrival-from", visitor.address(), settings.signInsPerAddress()),
                new Limit("arrival-all", "all", settings.signInsPerUtility()));
    }

    private record Limit(String kind, String subject, int permits) {}
}
