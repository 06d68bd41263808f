package fr.ondine.ui.security;

import com.vaadin.flow.server.VaadinServletRequest;
import fr.ondine.platform.oldaccounts.ProvenOldLogin;
import fr.ondine.ui.session.SessionAge;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The former login that was proven in this session and has not come over: kept for as long as a page is filled in. */
public final class ComingOldLogin {

    private static final String KEPT = ComingOldLogin.class.getName();
    private static final String TYPED = KEPT + ".typed";
    static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int LONGEST_NUMBER = 60;
    private static final Clock CLOCK = Clock.systemUTC();

    private ComingOldLogin() {}

    /** In a session that nobody else has the cookie of. */
    static void keep(HttpServletRequest request, ProvenOldLogin login) {
        SessionAge.rename(request);
        request.getSession().removeAttribute(TYPED);
        request.getSession().setAttribute(KEPT, new Kept(login, CLOCK.instant().plus(LONGEST)));
    }

    static void refused(HttpServletRequest request, @Nullable String typed) {
        var number = typed == null || typed.length() > LONGEST_NUMBER ? "" : typed;
        request.getSession().setAttribute(TYPED, number);
    }

    /** The number of a refused attempt, or empty. */
    public static String typed() {
        return attribute(VaadinServletRequest.getCurrent().getHttpServletRequest(), TYPED)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .orElse("");
    }

    /** What waits in the session of the page that is being worked on; asked again when it is sent off, it may lie open long. */
    public static Optional<ProvenOldLogin> find() {
        return find(VaadinServletRequest.getCurrent().getHttpServletRequest(), CLOCK.instant());
    }

    static Optional<ProvenOldLogin> find(HttpServletRequest request, Instant now) {
        return attribute(request, KEPT)
                .filter(Kept.class::isInstance)
                .map(Kept.class::cast)
                .filter(kept -> now.isBefore(kept.until()))
                .map(Kept::login);
    }

    /** Forgets it, once a mail is on its way. */
    public static void forget() {
        var session = VaadinServletRequest.getCurrent().getHttpServletRequest().getSession(false);
        if (session != null) {
            session.removeAttribute(KEPT);
        }
    }

    private static Optional<Object> attribute(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getSession(false)).map(session -> session.getAttribute(name));
    }

    private record Kept(ProvenOldLogin login, Instant until) implements Serializable {}
}
