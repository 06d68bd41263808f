package fr.ondine.ui.security;

import com.vaadin.flow.server.VaadinServletRequest;
import fr.ondine.platform.staff.StaffProConnectGiven;
import fr.ondine.platform.staff.proconnect.ArrivedAtWork;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whom ProConnect has named in this session: the first step of coming in, and what ends their session there. */
public final class ComingStaff {

    private static final String GIVEN = ComingStaff.class.getName();
    private static final String ID_TOKEN = GIVEN + ".id-token";
    private static final String LEFT = GIVEN + ".left";

    private ComingStaff() {}

    static void keep(HttpServletRequest request, ArrivedAtWork arrived, Optional<StaffProConnectGiven> given) {
        var session = request.getSession();
        session.setAttribute(ID_TOKEN, arrived.idToken());
        given.ifPresentOrElse(first -> session.setAttribute(GIVEN, first), () -> session.removeAttribute(GIVEN));
    }

    /** Who waits for the second step in the session of the page that is being worked on. */
    public static Optional<StaffProConnectGiven> find() {
        var session = session();
        return session != null && session.getAttribute(GIVEN) instanceof StaffProConnectGiven given
                ? Optional.of(given)
                : Optional.empty();
    }

    /** The second step is taken, or another way in. */
    public static void forget() {
        var session = session();
        if (session != null) {
            session.removeAttribute(GIVEN);
        }
    }

    /** What ends the session at ProConnect that this one has come from, if it has. */
    static Optional<String> idToken(@Nullable HttpSession session) {
        return session != null && session.getAttribute(ID_TOKEN) instanceof String token
                ? Optional.of(token)
                : Optional.empty();
    }

    static void leave(HttpSession session) {
        session.removeAttribute(GIVEN);
        session.removeAttribute(ID_TOKEN);
        session.setAttribute(LEFT, true);
    }

    /** Whether ProConnect was made to forget somebody in this session, who comes anew: once. */
    public static boolean hasLeft() {
        var session = session();
        if (session == null || session.getAttribute(LEFT) == null) {
            return false;
        }
        session.removeAttribute(LEFT);
        return true;
    }

    private static @Nullable HttpSession session() {
        return VaadinServletRequest.getCurrent().getHttpServletRequest().getSession(false);
    }
}
