package fr.ondine.platform.tenancy;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Binds the utility that the Host header names, by exact match, around the whole request. Any other host gets 421, a
 * closed portal its utility's own page that says so.
 */
@Component
@Order(TenantFilter.ORDER)
public class TenantFilter extends OncePerRequestFilter {

    /** Before the session (MIN + 50) and security, so that neither ever works without a utility. */
    public static final int ORDER = Integer.MIN_VALUE + 20;

    private static final int MISDIRECTED = 421;

    private final Tenants tenants;
    private final RequestLimit limit;
    private final ClosedPortal closed;

    TenantFilter(Tenants tenants, RequestLimit limit, ClosedPortal closed) {
        this.tenants = tenants;
        this.limit = limit;
        this.closed = closed;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var tenant = tenants.byHost(request.getServerName().toLowerCase(Locale.ROOT));
        if (tenant.isEmpty() || Collections.list(request.getHeaders("Host")).size() != 1) {
            response.setStatus(MISDIRECTED);
            response.setHeader("Cache-Control", "no-store");
            return;
        }
        var serving = tenants.serving(tenant.get());
        if (serving == Serving.OPEN && !allows(tenant.get(), request)) {
            closed.busy(tenant.get(), request, response);
        } else if (serving == Serving.OPEN) {
            bound(tenant.get(), request, response, chain);
        } else {
            closed.answer(tenant.get(), serving, request, response);
        }
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    /** A forward or an error page belongs to a request that was counted. */
    private boolean allows(TenantId tenant, HttpServletRequest request) {
        return request.getDispatcherType() != DispatcherType.REQUEST
                || limit.allows(tenant, tenants.limits(tenant).requestsPerSecond(), request);
    }

    private static void bound(
            TenantId tenant, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            TenantContext.callAs(tenant, () -> {
                chain.doFilter(request, response);
                return tenant;
            });
        } catch (ServletException | IOException | RuntimeException known) {
            throw known;
        } catch (Exception impossible) {
            throw new ServletException(impossible);
        }
    }
}
