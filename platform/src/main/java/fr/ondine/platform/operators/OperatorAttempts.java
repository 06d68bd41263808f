package fr.ondine.platform.operators;

import fr.ondine.platform.tenancy.RateLimit;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Counts what is tried at the console's door, from the narrowest on, so that a stranger keeps no operator out. */
@Component
class OperatorAttempts {

    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final WatchedDoors doors;
    private final OperatorSettings settings;

    OperatorAttempts(WatchedDoors doors, OperatorSettings settings) {
        this.doors = doors;
        this.settings = settings;
    }

    boolean mayTryPassword(String email, String from) {
        return doors.allow(password(email, from));
    }

    /** A right password is no attempt to guess one. */
    void hadPassword(String email, String from) {
        doors.giveBack(password(email, from));
    }

    boolean mayTryCode(UUID operator) {
        return doors.allow(code(operator));
    }

    void hadCode(UUID operator) {
        doors.giveBack(code(operator));
    }

    private List<RateLimit> code(UUID operator) {
        return List.of(new RateLimit("code", operator.toString(), settings.codesPerAccount(), WINDOW));
    }

    private List<RateLimit> password(String email, String from) {
        return List.of(
                new RateLimit("password-from", from, settings.triesPerAddress(), WINDOW),
                new RateLimit("password-from-to", from + " " + email, settings.triesPerAccount(), WINDOW),
                new RateLimit("password-to", email, settings.triesPerAccountInAll(), WINDOW));
    }
}
