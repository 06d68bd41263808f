package fr.ondine.ui.account;

import com.vaadin.flow.server.VaadinServletRequest;
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

    static void give() {
        VaadinServletRequest.getCurrent()
                .getHttpServletRequest()
                .getSession()
                .setAttribute(KEPT, CLOCK.instant().plus(LIFE));
    }

    /** Whether there was one; there is none any more. */
    static boolean use(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(KEPT) instanceof Instant until)) {
            return false;
        }
        session.removeAttribute(KEPT);
        return CLOCK.instant().isBefore(until);
    }
}
