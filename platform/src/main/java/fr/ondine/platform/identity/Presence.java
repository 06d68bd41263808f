package fr.ondine.platform.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * When the person of a session last showed who they are: as they signed in, or once more since. A device that is
 * remembered shows nobody.
 */
@Service
public class Presence {

    private final Reauthentication reauthentication;
    private final SessionRows sessions;
    private final Clock clock;

    Presence(Reauthentication reauthentication, SessionRows sessions, Clock clock) {
        this.reauthentication = reauthentication;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Nothing where it was never noted: it is long ago, then. */
    public Optional<Instant> shownAt(CurrentUser user) {
        return sessions.shownAt(user);
    }

    /** By the password; {@link WrongPassword} and {@link TooManyAttempts} change nothing. */
    public void show(CurrentUser user, String password) {
        reauthentication.require(user.userId(), password);
        sessions.show(user, clock.instant());
    }

    /** The same for who has shown it otherwise, for {@link OwnerAct#ANSWER_PROGRAM}: when they did, and not when it is used. */
    public void show(CurrentUser user, OwnerProof proof) {
        reauthentication.require(user.userId(), OwnerAct.ANSWER_PROGRAM, proof);
        sessions.show(user, proof.until().minus(Reauthentication.LIFE));
    }
}
