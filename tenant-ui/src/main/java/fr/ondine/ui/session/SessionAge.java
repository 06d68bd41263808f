package fr.ondine.ui.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;

/**
 * Since when a session lasts: since somebody showed in it who they are. What goes on under another name, or as another
 * session, without that lasts no longer by it.
 */
public final class SessionAge {

    private SessionAge() {}

    public static Instant of(HttpSession session) {
        return session.getAttribute(HybridSession.NAMED) instanceof Instant named
                ? named
                : Instant.ofEpochMilli(session.getCreationTime());
    }

    /** Has the session of the request last as if it had begun then. */
    public static void keep(HttpServletRequest request, Instant since) {
        request.getSession().setAttribute(HybridSession.NAMED, since);
    }

    /** Gives it another name. */
    public static void rename(HttpServletRequest request) {
        var since = of(request.getSession());
        request.changeSessionId();
        keep(request, since);
    }
}
