package fr.ondine.ui.security;

import fr.ondine.platform.customers.SeeAs;
import fr.ondine.platform.identity.Sessions;
import fr.ondine.platform.identity.franceconnect.FranceConnectClient;
import fr.ondine.platform.staff.StaffSessions;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.ui.session.SessionAge;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps who looks at the portal as a subscriber to looking: what they ask for runs where nothing can be changed, and once
 * it is over the session ends with all pages that were opened in it, so that none of them goes on as the subscriber.
 */
@Component
class SeeingAs {

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    /** What is only asked for, and would make whoever looks the subscriber, or give them all that is known of one. */
    private static final Set<String> THEIRS_ALONE =
            Set.of(FranceConnectController.START, FranceConnectClient.CALLBACK, "/mon-compte/mes-donnees.zip");

    private final SeeAs door;
    private final Sessions subscribers;
    private final StaffSessions staff;
    private final SecurityContextHolderStrategy holder;

    SeeingAs(SeeAs door, Sessions subscribers, StaffSessions staff, SecurityContextHolderStrategy holder) {
        this.holder = holder;
        this.door = door;
        this.subscribers = subscribers;
        this.staff = staff;
    }

    /** Of the chain in which this stands: the one that is known everywhere may be of another. */
    SecurityContextHolderStrategy holder() {
        return holder;
    }

    void goOn(SeenAsAuthentication seen, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!staff.isCurrent(seen.staff())) {
            SessionGuard.end(request, holder);
            chain.doFilter(request, response);
        } else if (isOfStaff(request)) {
            door.ended(seen.staff(), seen.getPrincipal());
            comeBack(seen, request);
            chain.doFilter(request, response);
        } else if (!door.mayGoOn(seen.staff(), seen.until()) || !subscribers.isCurrent(seen.getPrincipal())) {
            comeBack(seen, request);
            over(seen, request, response, chain);
        } else if (isLooking(request)) {
            look(seen, request, response, chain);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static void look(
            SeenAsAuthentication seen, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            TenantContext.callLooking(seen.looking(), () -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (IOException | ServletException | RuntimeException failed) {
            throw failed;
        } catch (Exception other) {
            throw new ServletException(other);
        }
    }

    /** An open page is told that its session is over, and is then loaded anew. */
    private static void over(
            SeenAsAuthentication seen, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (READING.contains(HttpMethod.valueOf(request.getMethod())) && !isPageMessage(request)) {
            response.sendRedirect(seen.back());
        } else {
            chain.doFilter(request, response);
        }
    }

    private void comeBack(SeenAsAuthentication seen, HttpServletRequest request) {
        var since = SessionAge.of(request.getSession());
        SessionGuard.end(request, holder);
        var context = new SecurityContextImpl(StaffAuthentication.of(seen.staff()));
        holder.setContext(context);
        request.getSession(true)
                .setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, context);
        SessionAge.keep(request, since);
    }

    private static boolean isLooking(HttpServletRequest request) {
        return !THEIRS_ALONE.contains(HostRoutes.path(request))
                && (READING.contains(HttpMethod.valueOf(request.getMethod())) || isPageMessage(request));
    }

    private static boolean isOfStaff(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.equals(StaffSecurity.HOME) || path.startsWith(StaffSecurity.HOME + "/");
    }

    private static boolean isPageMessage(HttpServletRequest request) {
        return request.getParameter("v-r") != null;
    }
}
