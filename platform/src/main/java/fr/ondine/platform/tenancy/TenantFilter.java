package fr.ondine.platform.tenancy;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.annotation.Order;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.RedisSystemException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Binds the utility that the Host header names, by exact match, around the whole request. Any other host gets 421, a
 * closed portal its utility's own page that says so, and so does what would write to one that is on its way to another
 * database; the console's host goes on with no utility.
 */
@Component
@Order(TenantFilter.ORDER)
public class TenantFilter extends OncePerRequestFilter {

    /** Before the session (MIN + 50) and security, so that neither ever works without a utility. */
    public static final int ORDER = Integer.MIN_VALUE + 20;

    private static final Logger LOG = LoggerFactory.getLogger(TenantFilter.class);
    private static final int MISDIRECTED = 421;
    private static final String CONTENT = "Content-";
    private static final String POLICY = "Content-Security-Policy";

    private final Tenants tenants;
    private final RequestLimit limit;
    private final ClosedPortal closed;
    private final Console console;
    private final ManagementPort management;

    TenantFilter(Tenants tenants, RequestLimit limit, ClosedPortal closed, Console console, ManagementPort management) {
        this.tenants = tenants;
        this.limit = limit;
        this.closed = closed;
        this.console = console;
        this.management = management;
    }

    /** There no utility is served, and a cluster asks by an address that is nobody's. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return management.received(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var host = request.getServerName().toLowerCase(Locale.ROOT);
        var tenant = tenants.byHost(host);
        if (Collections.list(request.getHeaders("Host")).size() != 1) {
            misdirected(response);
        } else if (console.isAt(host)) {
            orAway(
                    response,
                    () -> Realm.callAsConsole(() -> goOn(request, response, chain)),
                    gone -> closed.consoleAway(request, response));
        } else if (tenant.isEmpty()) {
            misdirected(response);
        } else {
            orAway(
                    response,
                    () -> serve(tenant.get(), request, response, chain),
                    gone -> say(gone, tenant.get(), request, response));
        }
    }

    private boolean serve(TenantId tenant, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws Exception {
        var serving = tenants.serving(tenant);
        if (serving != Serving.OPEN && serving != Serving.MOVING) {
            closed.answer(tenant, serving, request, response);
        } else if (!allows(tenant, request)) {
            closed.busy(tenant, request, response);
        } else if (serving == Serving.OPEN) {
            TenantContext.callAs(tenant, () -> goOn(request, response, chain));
        } else {
            TenantContext.callReadingAs(tenant, () -> read(tenant, request, response, chain));
        }
        return true;
    }

    private boolean read(TenantId tenant, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            return goOn(request, response, chain);
        } catch (ServletException | RuntimeException refused) {
            if (response.isCommitted() || !OnItsWay.isIn(refused)) {
                throw refused;
            }
            takeBack(response);
            closed.answer(tenant, Serving.MOVING, request, response);
            return true;
        }
    }

    private void say(Exception gone, TenantId tenant, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (ShareUsedUp.isIn(gone)) {
            closed.busy(tenant, request, response);
        } else {
            closed.away(tenant, request, response);
        }
    }

    /**
     * Nobody is known while Redis, which holds the sessions, is away, and nothing while the database is: no page itself
     * could say so.
     */
    private static void orAway(HttpServletResponse response, Callable<Boolean> realm, Answer away)
            throws ServletException, IOException {
        try {
            inside(realm);
        } catch (ServletException | RuntimeException gone) {
            if (response.isCommitted() || !isAway(gone)) {
                throw gone;
            }
            // no trace: every request says so while it lasts
            LOG.warn(
                    "no answer, Redis or the database is away or busy: {}",
                    NestedExceptionUtils.getMostSpecificCause(gone).toString());
            takeBack(response);
            away.to(gone);
        }
    }

    /** What a page has begun to say goes, by whichever way it said it; how a browser is to treat any answer stays. */
    private static void takeBack(HttpServletResponse response) {
        var headers = new LinkedHashMap<String, List<String>>();
        response.getHeaderNames().stream()
                .filter(name -> !name.startsWith(CONTENT) || name.equals(POLICY))
                .forEach(name -> headers.put(name, List.copyOf(response.getHeaders(name))));
        response.reset();
        headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
    }

    private static boolean isAway(Exception failure) {
        return failure instanceof RedisConnectionFailureException
                || failure instanceof RedisSystemException
                || failure instanceof QueryTimeoutException
                || DatabaseAway.isIn(failure);
    }

    private static void misdirected(HttpServletResponse response) {
        response.setStatus(MISDIRECTED);
        response.setHeader("Cache-Control", "no-store");
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

    private static boolean goOn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        return true;
    }

    private static void inside(Callable<Boolean> realm) throws ServletException, IOException {
        try {
            realm.call();
        } catch (ServletException | IOException | RuntimeException known) {
            throw known;
        } catch (Exception impossible) {
            throw new ServletException(impossible);
        }
    }

    private interface Answer {

        void to(Exception gone) throws IOException;
    }
}
