package fr.ondine.ui.security;

import fr.ondine.platform.tenancy.Realm;
import fr.ondine.platform.tenancy.TenantFilter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps the portals' addresses off the console's host and the console's off the utilities': there they do not exist.
 * What a page that is open asks for inside its messages is {@link HostPages}'s; they come to the root alone, since at the
 * addresses of machines nobody asks whose session it is, and whether that has ended.
 */
@Component
@Order(TenantFilter.ORDER + 5)
class HostRoutes extends OncePerRequestFilter {

    static final String CONSOLE = "/console";

    /** Where programs of operators come in, at the console's host alone. */
    static final String PROGRAMS = "/api/operator";

    /** What Vaadin lets anybody ask for, and answers with an empty page where there is no such file. */
    private static final Set<String> NEVER_THERE = Set.of(
            "/manifest.webmanifest",
            "/sw.js",
            "/sw-runtime-resources-precache.js",
            "/offline.html",
            "/offline-stub.html",
            "/icons/icon.png",
            "/styles.css");

    private static final Set<String> STATIC = Set.of("/portal.css", "/portal.js", "/console.css", "/console.js");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = path(request);
        if (Realm.isConsole() && path.equals("/") && !isOfAnOpenPage(request)) {
            response.sendRedirect(CONSOLE);
        } else if (exists(path) && !isAstray(path, request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** Without a query it is none, and a form is left to whom it is for. */
    private static boolean isAstray(String path, HttpServletRequest request) {
        return !path.equals("/") && request.getQueryString() != null && isOfAnOpenPage(request);
    }

    private static boolean exists(String path) {
        return Realm.isConsole()
                ? isOfConsole(path) || path.equals("/") || STATIC.contains(path) || path.startsWith("/VAADIN/")
                : !isOfConsole(path)
                        && !NEVER_THERE.contains(path)
                        && !path.equals("/console.css")
                        && !path.equals("/console.js");
    }

    private static boolean isOfConsole(String path) {
        return path.equals(CONSOLE) || path.startsWith(CONSOLE + "/") || isOfPrograms(path);
    }

    static boolean isOfPrograms(HttpServletRequest request) {
        return isOfPrograms(path(request));
    }

    static boolean isOfInterface(HttpServletRequest request) {
        var path = path(request);
        return path.equals(ProviderSecurity.INTERFACE) || path.startsWith(ProviderSecurity.INTERFACE + "/");
    }

    private static boolean isOfPrograms(String path) {
        return path.equals(PROGRAMS) || path.startsWith(PROGRAMS + "/");
    }

    private static boolean isOfAnOpenPage(HttpServletRequest request) {
        return request.getParameter("v-r") != null;
    }

    static String path(HttpServletRequest request) {
        var more = request.getPathInfo();
        return request.getServletPath() + (more == null ? "" : more);
    }
}
