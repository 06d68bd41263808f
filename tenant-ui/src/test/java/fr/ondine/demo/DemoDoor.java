package fr.ondine.demo;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers for the host {@code localhost} alone, before any utility is looked for; every other host goes on. */
final class DemoDoor extends OncePerRequestFilter {

    private final DemoSite site;

    DemoDoor(DemoSite site) {
        this.site = site;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getServerName().equalsIgnoreCase("localhost");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var answer = site.answer(request.getRequestURI(), request.getParameter("to"));
        response.setStatus(answer.status());
        response.setContentType(answer.type());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", answer.policy());
        response.setContentLength(answer.body().length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(answer.body());
        }
    }
}
