package fr.ondine.ui.security;

import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.staff.StaffSessions;
import fr.ondine.platform.tenancy.Preview;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.tenantconfig.TenantConfig;
import fr.ondine.tenantconfig.TenantConfigReader;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers an administrator's preview with the draft that lies in their session: pages and brand files that are only
 * read, marked {@code apercu} in the address, and allowed in a frame of the same site. To anybody else the mark says
 * nothing.
 */
@Component
@Order(PreviewFilter.AFTER_THE_SESSION)
class PreviewFilter extends OncePerRequestFilter {

    static final int AFTER_THE_SESSION = Integer.MIN_VALUE + 70;

    private static final String MARK = "(.*&)?apercu(=.*|&.*)?";

    private final StaffSessions sessions;

    PreviewFilter(StaffSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var draft = isPreview(request) ? draft(request) : Optional.<TenantConfig>empty();
        if (draft.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        response.setHeader("Content-Security-Policy", ProtectiveHeaders.CONTENTS_IN_A_FRAME);
        try {
            Preview.callWith(draft.get(), () -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (IOException | ServletException | RuntimeException failed) {
            throw failed;
        } catch (Exception other) {
            throw new ServletException(other);
        }
    }

    private static boolean isPreview(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && (isMarked(request.getQueryString())
                        || isMarked(request.getParameter("query"))
                        || request.getRequestURI().startsWith("/branding/") && isMarked(referrer(request)));
    }

    private static boolean isMarked(@Nullable String query) {
        return query != null && query.matches(MARK);
    }

    private static @Nullable String referrer(HttpServletRequest request) {
        var referrer = request.getHeader("Referer");
        return referrer == null ? null : referrer.substring(referrer.indexOf('?') + 1);
    }

    private Optional<TenantConfig> draft(HttpServletRequest request) {
        var session = TenantContext.isBound() ? request.getSession(false) : null;
        if (session == null) {
            return Optional.empty();
        }
        var context = session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        return context instanceof SecurityContext known
                        && known.getAuthentication() != null
                        && known.getAuthentication().getPrincipal() instanceof CurrentStaff staff
                        && staff.may(StaffRole.ADMINISTRATOR)
                        && sessions.isCurrent(staff)
                        && session.getAttribute(SignedInStaff.DRAFT) instanceof String yaml
                ? Optional.of(TenantConfigReader.read(yaml))
                : Optional.empty();
    }
}
