package fr.ondine.ui.security;

import com.vaadin.flow.server.VaadinServletRequest;
import fr.ondine.platform.identity.ProvenIdentity;
import fr.ondine.platform.identity.franceconnect.Arrived;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whom FranceConnect has named in this session and who opens no account yet: kept for as long as a page is read. */
public final class ComingIdentity {

    static final Duration LONGEST = Duration.ofMinutes(15);

    private static final String KEPT = ComingIdentity.class.getName();
    private static final String ANOTHER = KEPT + ".another";
    private static final Clock CLOCK = Clock.systemUTC();

    private ComingIdentity() {}

    static void keep(HttpServletRequest request, Arrived arrived) {
        request.getSession()
                .setAttribute(KEPT, new Kept(arrived.identity(), CLOCK.instant().plus(LONGEST), arrived.idToken()));
    }

    /** What ends their session at FranceConnect. */
    static Optional<String> idToken(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(KEPT) instanceof Kept kept
                ? Optional.ofNullable(kept.idToken())
                : Optional.empty();
    }

    /** Who waits in the session of the page that is being worked on; asked again when it is sent off, it may lie open long. */
    public static Optional<ProvenIdentity> find() {
        return find(VaadinServletRequest.getCurrent().getHttpServletRequest(), CLOCK.instant());
    }

    static Optional<ProvenIdentity> find(HttpServletRequest request, Instant now) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(KEPT) instanceof Kept kept && now.isBefore(kept.until())
                ? Optional.of(kept.identity())
                : Optional.empty();
    }

    /** Forgets them, once they have an answer. */
    public static void forget() {
        forget(VaadinServletRequest.getCurrent().getHttpServletRequest());
    }

    static void forget(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(KEPT);
        }
    }

    /** Somebody else came than the person whom a link was for: FranceConnect would name the same one again. */
    static void another(HttpServletRequest request) {
        request.getSession().setAttribute(ANOTHER, true);
    }

    /** Whether that was so, once. */
    static boolean wasAnother(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || session.getAttribute(ANOTHER) == null) {
            return false;
        }
        session.removeAttribute(ANOTHER);
        return true;
    }

    /** One of the release before has no token. */
    private record Kept(
            ProvenIdentity identity,
            Instant until,
            @Nullable String idToken) implements Serializable {}
}
