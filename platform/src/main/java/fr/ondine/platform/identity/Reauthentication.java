package fr.ondine.platform.identity;

import fr.ondine.platform.tenancy.RateLimits;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Asks the person who is signed in to show once more that it is they, before something that a passer-by must not do. */
@Component
class Reauthentication {

    /** As long as a form is filled in. */
    static final Duration LIFE = Duration.ofMinutes(10);

    private final SignIns signIns;
    private final Passwords passwords;
    private final Attempts attempts;
    private final RateLimits limits;
    private final Clock clock;

    Reauthentication(SignIns signIns, Passwords passwords, Attempts attempts, RateLimits limits, Clock clock) {
        this.signIns = signIns;
        this.passwords = passwords;
        this.attempts = attempts;
        this.limits = limits;
        this.clock = clock;
    }

    void require(UserId user, String password) {
        mayTry(user);
        if (!passwords.fits(password, signIns.hash(user).orElse(null))) {
            throw new WrongPassword();
        }
    }

    boolean hasPassword(UserId user) {
        return signIns.hash(user).isPresent();
    }

    /** Refuses who has tried too often to show it, by whatever way. */
    void mayTry(UserId user) {
        if (!attempts.mayConfirm(user)) {
            throw new TooManyAttempts();
        }
    }

    /** For who has just shown it otherwise than by the password. */
    OwnerProof prove(UserId user, OwnerAct act) {
        return new OwnerProof(UUID.randomUUID(), user, act, clock.instant().plus(LIFE));
    }

    /** Once, on all nodes: the same session may be asked twice at the same moment. */
    void require(UserId user, OwnerAct act, OwnerProof proof) {
        if (!proof.user().equals(user)
                || proof.act() != act
                || !clock.instant().isBefore(proof.until())
                || !limits.allow("owner-proof", proof.id().toString(), 1, LIFE)) {
            throw new OwnerProofOver();
        }
    }
}
