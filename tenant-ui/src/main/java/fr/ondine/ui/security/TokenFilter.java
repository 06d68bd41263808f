package fr.ondine.ui.security;

import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.provider.AccessTokens;
import fr.ondine.platform.provider.ApiCaller;
import fr.ondine.platform.provider.ProviderLimits;
import fr.ondine.platform.provider.TokenRefused;
import fr.ondine.platform.tenancy.LimitsAway;
import fr.ondine.ui.shell.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a request of a program through when it shows a token of this utility, as often as programs may ask. */
final class TokenFilter extends OncePerRequestFilter {

    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([-A-Za-z0-9._~+/]+=*)");
    private static final int LONGEST = 4_000;
    private static final String A_MOMENT = "10";

    private final AccessTokens tokens;
    private final ProviderLimits limits;
    private final SecurityContextHolderStrategy holder;

    TokenFilter(AccessTokens tokens, ProviderLimits limits, SecurityContextHolderStrategy holder) {
        this.tokens = tokens;
        this.limits = limits;
        this.holder = holder;
    }

    /** What the interface is like is everybody's to know. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return ProviderSecurity.DOCUMENT.equals(request.getServletPath());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            var caller = tokens.open(token(request));
            if (isTooOften(caller, request, response)) {
                return;
            }
            holder.setContext(new SecurityContextImpl(new TokenAuthentication(caller)));
        } catch (TokenRefused refused) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
            refuse(HttpStatus.UNAUTHORIZED, refused, request, response);
            return;
        } catch (LimitsAway away) {
            response.setHeader(HttpHeaders.RETRY_AFTER, A_MOMENT);
            refuse(HttpStatus.SERVICE_UNAVAILABLE, away, request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    private boolean isTooOften(ApiCaller caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var state = limits.take(caller);
        RateLimitFields.add(response, "program", state);
        if (!state.isRefused()) {
            return false;
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(state.pauseSeconds()));
        Problems.write(
                Problems.of(HttpStatus.TOO_MANY_REQUESTS, "program-busy", "Too many requests by this program."),
                request,
                response);
        return true;
    }

    /** The one token that is shown; two of them, or something else, are none. */
    private static String token(HttpServletRequest request) {
        var shown = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
        var bearer = BEARER.matcher(shown.size() == 1 ? shown.getFirst() : "");
        return bearer.matches() && bearer.group(1).length() <= LONGEST ? bearer.group(1) : "";
    }

    private static void refuse(
            HttpStatus status, DomainException refused, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Problems.write(Problems.of(status, refused), request, response);
    }
}
