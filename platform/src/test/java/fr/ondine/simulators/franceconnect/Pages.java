package fr.ondine.simulators.franceconnect;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.HtmlUtils;

/** The page on which one chooses who one is, in the place of the identity providers'. */
final class Pages extends OncePerRequestFilter {

    static final String PATH = "/interaction";

    private final People people;
    private final Faults faults;
    private final Dialect dialect;

    Pages(People people, Faults faults, Dialect dialect) {
        this.people = people;
        this.faults = faults;
        this.dialect = dialect;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!request.getServletPath().equals(PATH)) {
            chain.doFilter(request, response);
            return;
        }
        var person = request.getParameter("person");
        if (person == null) {
            choice(request, response);
        } else if (person.isEmpty()) {
            response.sendRedirect(FrontFilter.back(request, "access_denied"));
        } else {
            request.getSession()
                    .setAttribute(
                            HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                            new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                                    people.get(person).name(), null, shown())));
            response.sendRedirect(request.getContextPath() + "/authorize?"
                    + request.getQueryString().replaceAll("&person=\\w*$", ""));
        }
    }

    /** The server tells when it was that they showed who they are. */
    private List<GrantedAuthority> shown() {
        return List.of(FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)
                .issuedAt(Instant.now().minus(faults.since()))
                .build());
    }

    private void choice(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var asked = HtmlUtils.htmlEscape(request.getContextPath() + PATH + "?" + request.getQueryString());
        var persons = people.all().stream()
                .map(person ->
                        "<p><a href=\"%s&amp;person=%s\">%s</a></p>".formatted(asked, person.name(), person.label()))
                .collect(Collectors.joining());
        page(
                response,
                HttpServletResponse.SC_OK,
                dialect.title() + " (simulateur)",
                persons + "<p><a href=\"%s&amp;person=\">Revenir au portail</a></p>".formatted(asked));
    }

    static void error(HttpServletResponse response, String code, String why) throws IOException {
        page(
                response,
                HttpServletResponse.SC_BAD_REQUEST,
                "Une erreur technique est survenue",
                "<p>code d’erreur : %s</p><p>%s</p>".formatted(code, HtmlUtils.htmlEscape(why)));
    }

    private static void page(HttpServletResponse response, int status, String title, String content)
            throws IOException {
        response.setStatus(status);
        response.setContentType("text/html;charset=utf-8");
        response.getWriter()
                .write("<!doctype html><html lang=\"fr\"><title>%1$s</title><h1>%1$s</h1>%2$s"
                        .formatted(title, content));
    }
}
