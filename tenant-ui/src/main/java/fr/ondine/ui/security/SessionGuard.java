package fr.ondine.ui.security;

import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.identity.Sessions;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffSessions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session on any request or page message that finds it on another utility's host, or after its owner has signed
 * out everywhere, changed password or address, or deleted the account; that of staff, after a suspension.
 */
final class SessionGuard extends OncePerRequestFilter {

    private final Sessions sessions;
    private final StaffSessions staff;

    SessionGuard(Sessions sessions, StaffSessions staff) {
        this.sessions = sessions;
        this.staff = staff;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn != null && isOver(signedIn.getPrincipal())) {
            end(request);
        }
        chain.doFilter(request, response);
    }

    private boolean isOver(@Nullable Object who) {
        return switch (who) {
            case CurrentUser user -> !sessions.isCurrent(user);
            case CurrentStaff member -> !staff.isCurrent(member);
            case null, default -> false;
        };
    }

    private static void end(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
