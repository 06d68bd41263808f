package fr.ondine.ui.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a form or a page message that another site sends: sign-in too, which carries no token to forge. */
final class SameOriginFilter extends OncePerRequestFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final String where;

    SameOriginFilter() {
        this("");
    }

    /** The same at one address alone: at others programs come, who are no browsers. */
    SameOriginFilter(String where) {
        this.where = where;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SAFE.contains(request.getMethod()) || !isGuarded(request) || isOurs(request)) {
            chain.doFilter(request, response);
        } else {
            // not sendError: the error page is a page like others, and would ask this stranger to sign in
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private boolean isGuarded(HttpServletRequest request) {
        return where.isEmpty() || HostRoutes.path(request).equals(where);
    }

    private static boolean isOurs(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return "same-origin".equals(site);
        }
        var origin = request.getHeader("Origin");
        return origin == null || request.getServerName().equalsIgnoreCase(hostOf(origin));
    }

    /** Whether another site's page leads here, and not a person who typed or kept the address, or pressed our own button. */
    static boolean isSentByAnother(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        return site != null && !OWN.contains(site);
    }

    private static String hostOf(String origin) {
        try {
            var host = URI.create(origin).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
