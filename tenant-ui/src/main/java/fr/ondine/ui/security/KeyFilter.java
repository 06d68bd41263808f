package fr.ondine.ui.security;

import fr.ondine.platform.identity.Visitor;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.operators.KeyBusy;
import fr.ondine.platform.operators.KeyDoor;
import fr.ondine.platform.operators.KeyRefused;
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

/** Lets a request of a program through when it shows an operator's key ({@code Authorization: Bearer ondk_…}). */
final class KeyFilter extends OncePerRequestFilter {

    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +(\\S+)");

    /** As long as a page asks for when it is away, in seconds. */
    private static final String A_MOMENT = "10";

    private final KeyDoor door;
    private final SecurityContextHolderStrategy holder;

    KeyFilter(KeyDoor door, SecurityContextHolderStrategy holder) {
        this.door = door;
        this.holder = holder;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            var operator = door.open(key(request), new Visitor(request.getRemoteAddr()).address());
            holder.setContext(new SecurityContextImpl(new KeyAuthentication(operator)));
        } catch (KeyRefused refused) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Ondine\"");
            refuse(HttpStatus.UNAUTHORIZED, refused, request, response);
            return;
        } catch (KeyBusy busy) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(busy.seconds()));
            refuse(HttpStatus.TOO_MANY_REQUESTS, busy, request, response);
            return;
        } catch (LimitsAway away) {
            response.setHeader(HttpHeaders.RETRY_AFTER, A_MOMENT);
            refuse(HttpStatus.SERVICE_UNAVAILABLE, away, request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    /** The one key that is shown; two of them, or something else, are none. */
    private static String key(HttpServletRequest request) {
        var shown = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
        var bearer = BEARER.matcher(shown.size() == 1 ? shown.getFirst() : "");
        return bearer.matches() ? bearer.group(1) : "";
    }

    private static void refuse(
            HttpStatus status, DomainException refused, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Problems.write(Problems.of(status, refused), request, response);
    }
}
