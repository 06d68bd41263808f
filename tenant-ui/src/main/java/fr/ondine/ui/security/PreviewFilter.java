package fr.ondine.ui.security;

import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.platform.staff.StaffSessions;
import fr.ondine.platform.tenancy.Preview;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.tenantconfig.TenantConfig;
import fr.ondine.tenantconfig.TenantConfigReader;
import fr.ondine.ui.shell.ContentPolicy;
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
 * read, marked {@code apercu} in the address, and allowed in a frame of the same site. What is typed there is taken as
 * anywhere else, with the configuration that is in force. To anybody else the mark says
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
        var draft = mayBePreview(request) ? draft(request) : Optional.<TenantConfig>empty();
        if (draft.isEmpty()) {
            chain.doFilter(request, response);
        } else if (isRead(request)) {
            response.setHeader("X-Frame-Options", "SAMEORIGIN");
            ContentPolicy.letSiteFrame(request);
            show(draft.get(), request, response, chain);
        } else {
            message(draft.get(), new PageMessage(request), response, chain);
        }
    }

    private static void message(
            TenantConfig draft, PageMessage message, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (message.onlyNavigates()) {
            show(draft, message, response, chain);
        } else {
            chain.doFilter(message, response);
        }
    }

    private static void show(
            TenantConfig draft, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            Preview.callWith(draft, () -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (IOException | ServletException | RuntimeException failed) {
            throw failed;
        } catch (Exception other) {
            throw new ServletException(other);
        }
    }

    private static boolean isRead(HttpServletRequest request) {
        return request.getMethod().equals("GET");
    }

    /** The content of a page comes in the answer to its first message, which names the page in its referrer alone. */
    private static boolean mayBePreview(HttpServletRequest request) {
        if (isRead(request)) {
            return isMarked(request.getQueryString())
                    || isMarked(request.getParameter("query"))
                    || request.getRequestURI().startsWith("/branding/") && isMarked(referrer(request));
        }
        var length = request.getContentLength();
        return "uidl".equals(request.getParameter("v-r"))
                && length >= 0
                && length < PageMessage.LONGEST
                && isMarked(referrer(request));
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
                        && staff.may(StaffPermission.CONFIGURE)
                        && sessions.isCurrent(staff)
                        && session.getAttribute(SignedInStaff.DRAFT) instanceof String yaml
                ? Optional.of(TenantConfigReader.read(yaml))
                : Optional.empty();
    }
}
