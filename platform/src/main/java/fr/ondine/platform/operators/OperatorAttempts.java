package fr.ondine.platform.operators;

import fr.ondine.platform.tenancy.PlatformLimits;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Counts what is tried at the console's door, from the narrowest on, so that a stranger keeps no operator out. */
@Component
class OperatorAttempts {

    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final PlatformLimits limits;
    private final OperatorSettings settings;

    OperatorAttempts(PlatformLimits limits, OperatorSettings settings) {
        this.limits = limits;
        this.settings = settings;
    }

    boolean mayTryPassword(String email, String from) {
        return password(email, from)
                .allMatch(limit -> limits.allow(limit.kind(), limit.subject(), limit.permits(), WINDOW));
    }

    /** A right password is no attempt to guess one. */
    void hadPassword(String email, String from) {
        password(email, from).forEach(limit -> limits.giveBack(limit.kind(), limit.subject(), limit.permits(), WINDOW));
    }

    boolean mayTryCode(UUID operator) {
        return limits.allow("code", operator.toString(), settings.codesPerAccount(), WINDOW);
    }

    void hadCode(UUID operator) {
        limits.giveBack("code", operator.toString(), settings.codesPerAccount(), WINDOW);
    }

    private Stream<Limit> password(String email, String from) {
        return Stream.of(
                new Limit("password-from", from, settings.triesPerAddress()),
                new Limit("password-from-to", from + " " + email, settings.triesPerAccount()),
                new Limit("password-to", email, settings.triesPerAccountInAll()));
    }

    private record Limit(String kind, String subject, int permits) {}
}
