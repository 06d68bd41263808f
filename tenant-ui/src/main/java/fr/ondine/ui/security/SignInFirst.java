package fr.ondine.ui.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Leads whoever is not signed in below {@code home} to its door, and keeps in mind, in the address, where they wanted to
 * go.
 */
record SignInFirst(String home, String door) implements AuthenticationEntryPoint {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        response.sendRedirect(door + "?vers=" + URLEncoder.encode(wanted(request), StandardCharsets.UTF_8));
    }

    /** What was sent is not sent again: its address alone would answer nothing. */
    private String wanted(HttpServletRequest request) {
        if (!"GET".equals(request.getMethod())) {
            return home;
        }
        var query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }
}
