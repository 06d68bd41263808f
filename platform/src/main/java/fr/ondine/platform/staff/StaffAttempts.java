package fr.ondine.platform.staff;

import fr.ondine.platform.tenancy.RateLimit;
import fr.ondine.platform.tenancy.RateLimits;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
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
        return limits.allow(password(email, from));
    }

    /** A right password is no attempt to guess one. */
    void hadPassword(String email, String from) {
        limits.giveBack(password(email, from));
    }

    /** Whether somebody may come back from ProConnect, whom each of them costs three questions. */
    boolean mayArrive(String from) {
        return limits.allow("staff-arrival-from", from, settings.triesPerAddress(), WINDOW);
    }

    /** Who is admitted is no attempt to be somebody else. */
    void arrived(String from) {
        limits.giveBack("staff-arrival-from", from, settings.triesPerAddress(), WINDOW);
    }

    boolean mayTryCode(UUID staff) {
        return limits.allow("staff-code", staff.toString(), settings.codesPerAccount(), WINDOW);
    }

    void hadCode(UUID staff) {
        limits.giveBack("staff-code", staff.toString(), settings.codesPerAccount(), WINDOW);
    }

    private List<RateLimit> password(String email, String from) {
        return List.of(
                new RateLimit("staff-password-from", from, settings.triesPerAddress(), WINDOW),
                new RateLimit("staff-password-from-to", from + " " + email, settings.triesPerAccount(), WINDOW),
                new RateLimit("staff-password-to", email, settings.triesPerAccountInAll(), WINDOW));
    }
}
