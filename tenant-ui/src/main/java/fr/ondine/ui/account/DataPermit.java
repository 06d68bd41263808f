package fr.ondine.ui.account;

import fr.ondine.platform.identity.CurrentUser;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** That the person of this session has just shown that it is they, for one file. */
final class DataPermit {

    static final Duration LIFE = Duration.ofMinutes(10);

    private static final String KEPT = DataPermit.class.getName();
    private static final Clock CLOCK = Clock.systemUTC();

    private DataPermit() {}

    static void give(HttpServletRequest request, CurrentUser person) {
        request.getSession()
                .setAttribute(KEPT, person.userId() + " " + CLOCK.instant().plus(LIFE));
    }

    /** Whether that person had one; there is none any more. Somebody else may have signed in since it was given. */
    static boolean use(HttpServletRequest request, CurrentUser person) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(KEPT) instanceof String permit)) {
            return false;
        }
        session.removeAttribute(KEPT);
        var parts = permit.split(" ");
        return parts[0].equals(person.userId().toString()) && CLOCK.instant().isBefore(Instant.parse(parts[1]));
    }
}
