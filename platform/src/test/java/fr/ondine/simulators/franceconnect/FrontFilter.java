package fr.ondine.simulators.franceconnect;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the State's providers refuse before anything else: unknown parameters above all, on a page of its own ({@link Dialect#malformed}) from
 * which nobody comes back.
 */
final class FrontFilter extends OncePerRequestFilter {

    private static final Duration LONG = Duration.ofSeconds(8);

    private final Faults faults;
    private final Dialect dialect;

    FrontFilter(Faults faults, Dialect dialect) {
        this.faults = faults;
        this.dialect = dialect;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = request.getServletPath();
        for (var place : Place.values()) {
            if (place.isAt(path)) {
                // who rests must not take what is armed meanwhile for the next
                if (faults.isSlow(place)) {
                    rest();
                    response.setStatus(HttpServletResponse.SC_GATEWAY_TIMEOUT);
                    return;
                }
                if (faults.isBroken(place)) {
                    response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
                    return;
                }
            }
        }
        var wrong = wrong(path, request.getParameterMap());
        if (wrong.isPresent()) {
            Pages.error(response, dialect.malformed(), wrong.get());
            return;
        }
        if (path.equals("/authorize")) {
            var error = error(request);
            if (error.isPresent()) {
                response.sendRedirect(back(request, error.get()));
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private Optional<String> error(HttpServletRequest request) {
        return dialect.knows(Optional.ofNullable(request.getParameter("acr_values")))
                ? faults.error()
                : Optional.of("invalid_acr");
    }

    static String back(HttpServletRequest request, String error) {
        return UriComponentsBuilder.fromUriString(request.getParameter("redirect_uri"))
                .queryParam("error", error)
                .queryParam("error_description", "told by the simulator")
                .queryParam("state", "{state}")
                .queryParam("iss", FranceConnectSimulator.issuer(request))
                .encode()
                .buildAndExpand(request.getParameter("state"))
                .toUriString();
    }

    private Optional<String> wrong(String path, Map<String, String[]> parameters) {
        return switch (path) {
            case "/authorize" -> dialect.wrong(parameters);
            case "/session/end" -> dialect.wrongEnd(parameters);
            default -> Optional.empty();
        };
    }

    private static void rest() {
        try {
            Thread.sleep(LONG);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
