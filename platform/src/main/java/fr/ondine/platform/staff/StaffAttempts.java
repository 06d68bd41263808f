package fr.ondine.platform.staff;

import fr.ondine.platform.audit.WatchedLimits;
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

    private static final String STOPPED = "staff.sign-in-limited";

    private final RateLimits limits;
    private final WatchedLimits watched;
    private final StaffSettings settings;

    StaffAttempts(RateLimits limits, WatchedLimits watched, StaffSettings settings) {
        this.limits = limits;
        this.watched = watched;
        this.settings = settings;
    }

    boolean mayTryPassword(String email, String from) {
        return watched.allow(STOPPED, password(email, from));
    }

    /** A right password is no attempt to guess one. */
    void hadPassword(String email, String from) {
        limits.giveBack(password(email, from));
    }

    /** Whether somebody may come back from ProConnect, whom each of them costs three questions. */
    boolean mayArrive(String from) {
        return watched.allow(STOPPED, arrival(from));
    }

    /** Who is admitted is no attempt to be somebody else. */
    void arrived(String from) {
        limits.giveBack(arrival(from));
    }

    boolean mayTryCode(UUID staff) {
        return watched.allow(STOPPED, code(staff));
    }

    void hadCode(UUID staff) {
        limits.giveBack(code(staff));
    }

    private List<RateLimit> arrival(String from) {
        return List.of(new RateLimit("staff-arrival-from", from, settings.triesPerAddress(), WINDOW));
    }

    private List<RateLimit> code(UUID staff) {
        return List.of(new RateLimit("staff-code", staff.toString(), settings.codesPerAccount(), WINDOW));
    }

    private List<RateLimit> password(String email, String from) {
        return List.of(
                new RateLimit("staff-password-from", from, settings.triesPerAddress(), WINDOW),
                new RateLimit("staff-password-from-to", from + " " + email, settings.triesPerAccount(), WINDOW),
                new RateLimit("staff-password-to", email, settings.triesPerAccountInAll(), WINDOW));
    }
}
