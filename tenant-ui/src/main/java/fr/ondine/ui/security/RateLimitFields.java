package fr.ondine.ui.security;

import fr.ondine.platform.provider.ProviderLimits;
import jakarta.servlet.http.HttpServletResponse;

/** Tells a program how many of its permits are left, of each limit that it met: one line of the answer each. */
public final class RateLimitFields {

    private RateLimitFields() {}

    public static void add(HttpServletResponse response, String limit, ProviderLimits.Taken taken) {
        response.addHeader(
                "RateLimit-Policy", "\"" + limit + "\";q=" + taken.permits() + ";w=" + taken.windowSeconds());
        var again = taken.isRefused() ? taken.pauseSeconds() : taken.windowSeconds();
        response.addHeader("RateLimit", "\"" + limit + "\";r=" + taken.drawn().left() + ";t=" + again);
    }
}
