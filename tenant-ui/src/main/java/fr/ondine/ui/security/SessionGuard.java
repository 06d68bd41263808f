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
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session on any request or page message that finds it on another utility's host, or after its owner has signed
 * out everywhere, changed password or address, or deleted the account; that of staff, after a suspension.
 */
final class SessionGuard extends OncePerRequestFilter {

    private final Sessions sessions;
    private final StaffSessions staff;
    private final SeeingAs seeingAs;

    SessionGuard(Sessions sessions, StaffSessions staff, SeeingAs seeingAs) {
        this.sessions = sessions;
        this.staff = staff;
        this.seeingAs = seeingAs;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var signedIn = seeingAs.holder().getContext().getAuthentication();
        if (signedIn instanceof SeenAsAuthentication seen) {
            seeingAs.goOn(seen, request, response, chain);
            return;
        }
        if (signedIn != null && isOver(signedIn.getPrincipal())) {
            end(request, seeingAs.holder());
        } else if (signedIn != null && signedIn.getPrincipal() instanceof CurrentStaff member) {
            keepPermissions(signedIn, member, request);
        }
        chain.doFilter(request, response);
    }

    /** A session that another release began goes on with what the role may by now. */
    private void keepPermissions(Authentication signedIn, CurrentStaff member, HttpServletRequest request) {
        var now = StaffAuthentication.of(member);
        var session = request.getSession(false);
        if (session != null && !Set.copyOf(signedIn.getAuthorities()).equals(Set.copyOf(now.getAuthorities()))) {
            var context = new SecurityContextImpl(now);
            seeingAs.holder().setContext(context);
            session.setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, context);
        }
    }

    private boolean isOver(@Nullable Object who) {
        return switch (who) {
            case CurrentUser user -> !sessions.isCurrent(user);
            case CurrentStaff member -> !staff.isCurrent(member);
            case null, default -> false;
        };
    }

    static void end(HttpServletRequest request, SecurityContextHolderStrategy holder) {
        holder.clearContext();
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
