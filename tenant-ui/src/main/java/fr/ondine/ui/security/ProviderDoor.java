package fr.ondine.ui.security;

import fr.ondine.platform.identity.Visitor;
import fr.ondine.platform.provider.ProviderLimits;
import fr.ondine.platform.tenancy.LimitsAway;
import fr.ondine.platform.tenancy.Tenants;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Lets nobody to the provider but at its own address: of the hosts that a utility may have, one is the issuer. Whoever
 * shows wrong secrets waits.
 */
final class ProviderDoor extends OncePerRequestFilter {

    static final String AUTHORIZE = "/oauth2/authorize";

    /** Where a program sends who it is: what is only asked for there is no page of anybody's. */
    private static final Set<String> SENT_TO = Set.of("/oauth2/token", "/oauth2/introspect", "/oauth2/revoke");

    private static final String A_MOMENT = "10";

    private final Tenants tenants;
    private final ProviderLimits limits;

    ProviderDoor(Tenants tenants, ProviderLimits limits) {
        this.tenants = tenants;
        this.limits = limits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!address(request).equals(tenants.origin())) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        } else if (hasWhatIsNeverStored(request)) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        } else if (isOfPrograms(request) && !"POST".equals(request.getMethod())) {
            response.setHeader(HttpHeaders.ALLOW, "POST");
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if (showsWhoItIs(request)) {
            counted(request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void counted(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var from = new Visitor(request.getRemoteAddr()).address();
        try {
            var wait = limits.takeRefusal(from);
            if (wait.isPositive()) {
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
                response.setStatus(429);
                return;
            }
        } catch (LimitsAway away) {
            response.setHeader(HttpHeaders.RETRY_AFTER, A_MOMENT);
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() != HttpServletResponse.SC_UNAUTHORIZED) {
            limits.giveRefusalBack(from);
        }
    }

    /** The database takes every sign but this one. */
    private static boolean hasWhatIsNeverStored(HttpServletRequest request) {
        return request.getParameterMap().values().stream()
                .flatMap(Arrays::stream)
                .anyMatch(value -> value.indexOf('\0') >= 0);
    }

    static boolean isOfPrograms(HttpServletRequest request) {
        return SENT_TO.contains(HostRoutes.path(request));
    }

    static boolean showsWhoItIs(HttpServletRequest request) {
        return "POST".equals(request.getMethod()) && !HostRoutes.path(request).equals(AUTHORIZE);
    }

    /** Where this request came in, without its path: what Spring would take for the issuer. */
    static String address(HttpServletRequest request) {
        var port = request.getServerPort();
        var usual = "https".equals(request.getScheme()) ? 443 : 80;
        return UriComponentsBuilder.newInstance()
                .scheme(request.getScheme())
                .host(request.getServerName())
                .port(port == usual ? -1 : port)
                .toUriString();
    }
}
