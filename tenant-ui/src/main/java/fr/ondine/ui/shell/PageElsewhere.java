package fr.ondine.ui.shell;

import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.security.Principal;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers the message of a page that is not here, since its node is gone or it was not heard of for long, or that is
 * another's than whose session it is by now, while the session goes on. Vaadin would say that the visit is over. Whoever
 * was on the way to another page arrives there; otherwise the page loads itself again with what was typed (portal.js), and
 * whoever did something does it again, since it is not known here. A page that only says that it is still open is left
 * alone until its person does something.
 */
@Component
class PageElsewhere extends OncePerRequestFilter {

    private static final String PAGES = VaadinSession.class.getName() + ".";
    private static final int LARGEST = 1 << 16;

    private static final String SPEAKS_BY_ITSELF = "heartbeat";
    private static final Set<String> MESSAGES = Set.of("uidl", SPEAKS_BY_ITSELF);

    /** What a page of ours is called, and nothing that a browser would take for another site. */
    private static final Pattern ROUTE = Pattern.compile("([\\w-][\\w./%-]*)?");

    private static final Pattern QUERY = Pattern.compile("[\\w.=&%+-]*");

    private final PageOwner owners;
    private final Texts texts;
    private final JsonMapper json;

    PageElsewhere(PageOwner owners, Texts texts, JsonMapper json) {
        this.owners = owners;
        this.texts = texts;
        this.json = json;
    }

    /** As Vaadin tells a message, whatever its method and however it is written. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var says = request.getQueryString() == null ? null : request.getParameter("v-r");
        return says == null || !MESSAGES.contains(says);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        if (session == null || isHere(session, request)) {
            chain.doFilter(request, response);
            return;
        }
        if (SPEAKS_BY_ITSELF.equals(request.getParameter("v-r"))) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var body = answer(message(request));
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(body);
    }

    private boolean isHere(HttpSession session, HttpServletRequest request) {
        var page = request.getParameter("v-uiId");
        var person = request.getUserPrincipal();
        return page != null
                && page.matches("\\d{1,9}")
                && Collections.list(session.getAttributeNames()).stream()
                        .filter(name -> name.startsWith(PAGES))
                        .map(session::getAttribute)
                        .anyMatch(pages ->
                                pages instanceof VaadinSession known && has(known, Integer.parseInt(page), person));
    }

    private boolean has(VaadinSession pages, int page, @Nullable Principal person) {
        var found = new AtomicBoolean();
        pages.accessSynchronously(() -> {
            var known = pages.getUIById(page);
            found.set(known != null && owners.isOf(known, person));
        });
        return found.get();
    }

    private JsonNode message(HttpServletRequest request) throws IOException {
        try {
            return json.readTree(request.getInputStream().readNBytes(LARGEST));
        } catch (JacksonException unreadable) {
            return json.nullNode();
        }
    }

    private String answer(JsonNode message) {
        var events = message.path("rpc").values();
        if (!events.isEmpty() && events.stream().allMatch(PageElsewhere::leadsOn)) {
            return VaadinService.createCriticalNotificationJSON(
                    null, null, null, destination(events.iterator().next()));
        }
        return VaadinService.createCriticalNotificationJSON(
                texts.say("shell.system.stale.title"),
                texts.say("shell.system.elsewhere.what"),
                texts.say("shell.system.elsewhere.typed"),
                null);
    }

    private static boolean leadsOn(JsonNode event) {
        return switch (event.path("event").asString("")) {
            case "ui-navigate", "ui-leave-navigation" -> true;
            default -> false;
        };
    }

    /** Nothing is the page itself. */
    private static @Nullable String destination(JsonNode event) {
        var data = event.path("data");
        var route = data.path("route").asString("");
        var query = data.path("query").asString("");
        if (!data.has("route")
                || !ROUTE.matcher(route).matches()
                || !QUERY.matcher(query).matches()) {
            return null;
        }
        return "/" + route + (query.isEmpty() ? "" : "?" + query);
    }
}
