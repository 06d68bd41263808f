package fr.ondine.ui.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Leaves the web components out of Vaadin's prepared bundle: our pages are plain HTML and have none of them, and a first
 * visit would load and run 1.1 MB of script (220 kB compressed) for nothing.
 */
@Component
class LeanBundle extends OncePerRequestFilter {

    private static final Pattern SCRIPT = Pattern.compile("/VAADIN/build/([\\w-]+)\\.js");

    /** What starts a page and keeps it in touch with the server. */
    private static final Pattern NEEDED = Pattern.compile("(indexhtml|FlowBootstrap|FlowClient)-.*");

    /** What the flow client expects of the module that would have brought the components. */
    private static final String NOTHING = """
            window.Vaadin ??= {};
            window.Vaadin.Flow ??= {};
            window.Vaadin.Flow.loadOnDemand ??= () => Promise.resolve([]);
            window.Vaadin.Flow.resetFocus ??= () => { document.activeElement?.blur(); return true; };
            """;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var script = SCRIPT.matcher(request.getRequestURI());
        return !script.matches() || NEEDED.matcher(script.group(1)).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setContentType("text/javascript");
        // as long as Vaadin's own: a release with components would have the same addresses
        response.setHeader("Cache-Control", "max-age=3600");
        response.getWriter().write(NOTHING);
    }
}
