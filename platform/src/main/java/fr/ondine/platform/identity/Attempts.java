package fr.ondine.platform.identity;

import fr.ondine.platform.audit.WatchedLimits;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.LimitsAway;
import fr.ondine.platform.tenancy.RateLimit;
import fr.ondine.platform.tenancy.RateLimits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
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

    /**
     * Takes what an attempt to sign in needs; nothing where it may not be made. While a stranger's guesses have used up what
     * all may try, somebody's own browser still has a few tries of its own.
     */
    Optional<Taken> signIn(String typedEmail, Visitor visitor, BooleanSupplier isOwnBrowser) {
        return take(
                typedEmail,
                visitor,
                RateLimit.ofAll("sign-in-all", settings.signInsPerUtility(), SIGN_IN_WINDOW),
                isOwnBrowser);
    }

    /** The same for a login that is kept elsewhere: all of them have a limit of their own in each utility. */
    Optional<Taken> signInByOther(String login, Visitor visitor, BooleanSupplier isOwnBrowser) {
        return take(
                login,
                visitor,
                RateLimit.ofAll("other-sign-in-all", settings.oldSignInsPerUtility(), OTHER_SIGN_IN_WINDOW),
                isOwnBrowser);
    }

    /** A right password is no attempt to guess one: on the day the invoices come, everybody signs in. */
    void giveBack(Taken taken) {
        limits.giveBack(taken.limits());
    }

    /** Whether the person who is signed in may try their password once more. */
    boolean mayConfirm(UserId user) {
        return watched.allow(STOPPED, ofAccount("confirm", user));
    }

    /** Whether who follows a link may try once more the password that they chose when they asked for it. */
    boolean mayActivate(UserId user) {
        return watched.allow(STOPPED, ofAccount("activate", user));
    }

    private List<RateLimit> ofAccount(String kind, UserId user) {
        return List.of(new RateLimit(kind, user.toString(), settings.signInsPerAccount(), SIGN_IN_WINDOW));
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

    private Optional<Taken> take(String whose, Visitor visitor, RateLimit inAll, BooleanSupplier isOwnBrowser) {
        var own = List.of(
                new RateLimit("sign-in-from", visitor.address(), settings.signInsPerAddress(), SIGN_IN_WINDOW),
                new RateLimit(
                        "sign-in-from-to",
                        visitor.address() + " " + whose,
                        settings.signInsPerAccount(),
                        SIGN_IN_WINDOW),
                new RateLimit("sign-in-to", whose, settings.signInsPerAccountInAll(), SIGN_IN_WINDOW));
        try {
            var stopping = limits.stopping(and(own, inAll));
            if (stopping.isEmpty()) {
                return Optional.of(new Taken(and(own, inAll)));
            }
            if (visitor.mark() != null && stopping.get().isOfAll() && isOwnBrowser.getAsBoolean()) {
                var ofBrowser = ofBrowser(whose, visitor.mark());
                return watched.allow(STOPPED, List.of(ofBrowser))
                        ? Optional.of(new Taken(and(own, ofBrowser)))
                        : Optional.empty();
            }
            watched.tell(STOPPED, stopping.get());
        } catch (LimitsAway away) {
            // nobody knows how often it was tried
        }
        return Optional.empty();
    }

    private RateLimit ofBrowser(String whose, RawToken mark) {
        return new RateLimit(
                "sign-in-of-browser", mark.value() + " " + whose, settings.signInsPerAccount(), SIGN_IN_WINDOW);
    }

    private static List<RateLimit> and(List<RateLimit> own, RateLimit last) {
        return Stream.concat(own.stream(), Stream.of(last)).toList();
    }

    private List<RateLimit> arrival(Visitor visitor) {
        return List.of(
                new RateLimit("arrival-from", visitor.address(), settings.signInsPerAddress(), SIGN_IN_WINDOW),
                RateLimit.ofAll("arrival-all", settings.signInsPerUtility(), SIGN_IN_WINDOW));
    }

    /** What an attempt has used up, and is given back if it was none to guess. */
    record Taken(List<RateLimit> limits) {}
}
