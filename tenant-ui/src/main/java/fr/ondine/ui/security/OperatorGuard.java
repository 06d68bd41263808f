package fr.ondine.ui.security;

import fr.ondine.platform.operators.CurrentOperator;
import fr.ondine.platform.operators.OperatorSessions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a console session on any request or page message that finds it of nobody who may still work there. */
final class OperatorGuard extends OncePerRequestFilter {

    private final OperatorSessions sessions;

    OperatorGuard(OperatorSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn != null
                && !(signedIn.getPrincipal() instanceof CurrentOperator operator && sessions.isCurrent(operator))) {
            end(request);
        }
        chain.doFilter(request, response);
    }

    private static void end(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
