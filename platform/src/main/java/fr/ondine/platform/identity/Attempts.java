package fr.ondine.platform.identity;

import fr.ondine.platform.audit.WatchedLimits;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.RateLimit;
import fr.ondine.platform.tenancy.RateLimits;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Counts what people try, per mailbox, per network address and per utility. */
@Component
class Attempts {

    private static final Duration SIGN_IN_WINDOW = Duration.ofMinutes(15);
    private static final Duration REQUEST_WINDOW = Duration.ofHours(1);
    private static final Duration OTHER_SIGN_IN_WINDOW = Duration.ofHours(1);

    private static final String STOPPED = "sign-in.limited";

    private final RateLimits limits;
    private final WatchedLimits watched;
    private final IdentitySettings settings;

    Attempts(RateLimits limits, WatchedLimits watched, IdentitySettings settings) {
        this.limits = limits;
        this.watched = watched;
        this.settings = settings;
    }

    boolean maySignIn(String typedEmail, Visitor visitor) {
        return watched.allow(STOPPED, signIn(typedEmail, visitor));
    }

    /** A right password is no attempt to guess one: on the day the invoices come, everybody signs in. */
    void signedIn(String typedEmail, Visitor visitor) {
        limits.giveBack(signIn(typedEmail, visitor));
    }

    /** The same for a login that is kept elsewhere: all of them have a limit of their own in each utility. */
    boolean maySignInByOther(String login, Visitor visitor) {
        return watched.allow(STOPPED, otherSignIn(login, visitor));
    }

    void signedInByOther(String login, Visitor visitor) {
        limits.giveBack(otherSignIn(login, visitor));
    }

    /** Whether the person who is signed in may try their password once more. */
    boolean mayConfirm(UserId user) {
        return limits.allow("confirm", user.toString(), settings.signInsPerAccount(), SIGN_IN_WINDOW);
    }

    /** Whether somebody may come back from a provider of identities, whom each of them costs three questions. */
    boolean mayArrive(Visitor visitor) {
        return watched.allow(STOPPED, arrival(visitor));
    }

    /** Somebody who was believed is no attempt to be somebody else. */
    void arrived(Visitor visitor) {
        limits.giveBack(arrival(visitor));
    }

    /** Refuses a further mail of that kind to that mailbox, or asked for from that network address. */
    void mayAskFor(String kind, EmailAddress email, Visitor visitor) {
        mayAskFor(kind, email.value(), visitor);
    }

    void mayAskFor(String kind, String whose, Visitor visitor) {
        if (!limits.allow(kind + "-from", visitor.address(), settings.requestsPerAddress(), REQUEST_WINDOW)
                || !limits.allow(kind + "-to", whose, settings.requestsPerEmail(), REQUEST_WINDOW)) {
            throw new TooManyAttempts();
        }
    }

    private List<RateLimit> signIn(String email, Visitor visitor) {
        return signIn(
                email, visitor.address(), RateLimit.ofAll("sign-in-all", settings.signInsPerUtility(), SIGN_IN_WINDOW));
    }

    private List<RateLimit> otherSignIn(String login, Visitor visitor) {
        return signIn(
                login,
                visitor.address(),
                RateLimit.ofAll("other-sign-in-all", settings.oldSignInsPerUtility(), OTHER_SIGN_IN_WINDOW));
    }

    private List<RateLimit> signIn(String whose, String place, RateLimit inAll) {
        return List.of(
                new RateLimit("sign-in-from", place, settings.signInsPerAddress(), SIGN_IN_WINDOW),
                new RateLimit("sign-in-from-to", place + " " + whose, settings.signInsPerAccount(), SIGN_IN_WINDOW),
                new RateLimit("sign-in-to", whose, settings.signInsPerAccountInAll(), SIGN_IN_WINDOW),
                inAll);
    }

    private List<RateLimit> arrival(Visitor visitor) {
        return List.of(
                new RateLimit("arrival-from", visitor.address(), settings.signInsPerAddress(), SIGN_IN_WINDOW),
                RateLimit.ofAll("arrival-all", settings.signInsPerUtility(), SIGN_IN_WINDOW));
    }
}
