package fr.ondine.simulators.franceconnect;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What FranceConnect refuses before anything else: unknown parameters above all, on a page of its own (Y030007) from
 * which nobody comes back.
 */
final class FrontFilter extends OncePerRequestFilter {

    private static final Set<String> NEEDED =
            Set.of("client_id", "acr_values", "response_type", "nonce", "state", "redirect_uri", "scope");
    private static final Set<String> POSSIBLE = Set.of("claims", "prompt", "idp_hint", "ui_locales");
    private static final int SHORTEST_NONCE = 22;
    private static final Duration LONG = Duration.ofSeconds(8);

    private final Faults faults;

    FrontFilter(Faults faults) {
        this.faults = faults;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = request.getServletPath();
        for (var place : Place.values()) {
            if (place.isAt(path)) {
                // both at once: who rests must not take what is armed meanwhile for the next
                var isBroken = faults.isBroken(place);
                if (faults.isSlow(place)) {
                    rest();
                }
                if (isBroken) {
                    response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
                    return;
                }
            }
        }
        var wrong = path.equals("/authorize") ? wrong(request.getParameterMap()) : Optional.<String>empty();
        if (wrong.isPresent()) {
            Pages.error(response, "Y030007", wrong.get());
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
        var acr = request.getParameter("acr_values");
        return Set.of("eidas2", "eidas3").contains(acr) ? Optional.of("invalid_acr") : faults.error();
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

    private static Optional<String> wrong(Map<String, String[]> parameters) {
        for (var parameter : parameters.entrySet()) {
            if (!NEEDED.contains(parameter.getKey()) && !POSSIBLE.contains(parameter.getKey())) {
                return Optional.of("unknown parameter " + parameter.getKey());
            }
            if (parameter.getValue().length != 1) {
                return Optional.of("repeated parameter " + parameter.getKey());
            }
        }
        if (!parameters.keySet().containsAll(NEEDED)) {
            return Optional.of("missing parameter");
        }
        return parameters.get("nonce")[0].length() < SHORTEST_NONCE ? Optional.of("nonce") : Optional.empty();
    }

    private static void rest() {
        try {
            Thread.sleep(LONG);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
