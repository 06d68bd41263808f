package fr.ondine.ui.security;

import com.vaadin.flow.server.VaadinServletRequest;
import fr.ondine.platform.identity.ProvenIdentity;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whom FranceConnect has named in this session and who opens no account yet: kept for as long as a page is read. */
public final class ComingIdentity {

    private static final String KEPT = ComingIdentity.class.getName();
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Clock CLOCK = Clock.systemUTC();

    private ComingIdentity() {}

    static void keep(HttpServletRequest request, ProvenIdentity identity) {
        request.getSession()
                .setAttribute(KEPT, new Kept(identity, CLOCK.instant().plus(LONGEST)));
    }

    /** Who waits in the session of the page that is being worked on. */
    public static Optional<ProvenIdentity> find() {
        var session = VaadinServletRequest.getCurrent().getHttpServletRequest().getSession(false);
        return session != null
                        && session.getAttribute(KEPT) instanceof Kept kept
                        && CLOCK.instant().isBefore(kept.until())
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

    private record Kept(ProvenIdentity identity, Instant until) implements Serializable {}
}
