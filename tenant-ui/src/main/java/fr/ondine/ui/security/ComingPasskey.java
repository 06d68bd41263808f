package fr.ondine.ui.security;

import fr.ondine.platform.passkeys.PasskeyQuestion;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** What a browser was asked for in this session by who is not signed in: the last one counts, and once. */
final class ComingPasskey {

    private static final String KEPT = ComingPasskey.class.getName();

    private ComingPasskey() {}

    static void keep(HttpServletRequest request, PasskeyQuestion question) {
        request.getSession().setAttribute(KEPT, question);
    }

    static Optional<PasskeyQuestion> take(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(KEPT) instanceof PasskeyQuestion question)) {
            return Optional.empty();
        }
        session.removeAttribute(KEPT);
        return Optional.of(question);
    }
}
