package fr.ondine.platform.staff;

import fr.ondine.platform.tenancy.RateLimits;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Counts what is tried at the staff's door, from the narrowest on, so that a stranger keeps nobody out. */
@Component
class StaffAttempts {

    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final RateLimits limits;
    private final StaffSettings settings;

    StaffAttempts(RateLimits limits, StaffSettings settings) {
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

    boolean mayTryCode(UUID staff) {
        return limits.allow("staff-code", staff.toString(), settings.codesPerAccount(), WINDOW);
    }

    void hadCode(UUID staff) {
        limits.giveBack("staff-code", staff.toString(), settings.codesPerAccount(), WINDOW);
    }

    private Stream<Limit> password(String email, String from) {
        return Stream.of(
                new Limit("staff-password-from", from, settings.triesPerAddress()),
                new Limit("staff-password-from-to", from + " " + email, settings.triesPerAccount()),
                new Limit("staff-password-to", email, settings.triesPerAccountInAll()));
    }

    private record Limit(String kind, String subject, int permits) {}
}
