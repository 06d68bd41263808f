package fr.ondine.platform.tenancy;

import fr.ondine.platform.kernel.Sentences;
import fr.ondine.tenantconfig.TenantConfig;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Says in a utility's own name and colour that its portal is closed for now, and whom to call; needs no database. */
@Component
class ClosedPortal {

    private static final String CLOSED = ClosedPortal.class.getName();

    private static final Duration MAINTENANCE = Duration.ofMinutes(1);
    private static final Duration A_MOMENT = Duration.ofSeconds(10);
    private static final Duration SUSPENSION = Duration.ofHours(1);

    /** The page has its few rules of style in itself, and needs nothing else. */
    private static final String STYLE_ALONE = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";

    private final Tenants tenants;

    ClosedPortal(Tenants tenants) {
        this.tenants = tenants;
    }

    void answer(TenantId tenant, Serving serving, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var retry = serving == Serving.SUSPENDED ? SUSPENSION : MAINTENANCE;
        write(HttpStatus.SERVICE_UNAVAILABLE, retry, serving.name(), tenant, request, response);
        request.setAttribute(CLOSED, true);
    }

    /** Whether a portal that is closed answered that it is: nothing failed, whatever its status. */
    static boolean answered(HttpServletRequest request) {
        return request.getAttribute(CLOSED) != null;
    }

    /** Too many visitors at once for what the utility may use of a node. */
    void busy(TenantId tenant, HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(HttpStatus.TOO_MANY_REQUESTS, Duration.ofSeconds(1), "BUSY", tenant, request, response);
    }

    /** What the portal stands on does not answer; a moment later it may. */
    void away(TenantId tenant, HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(HttpStatus.SERVICE_UNAVAILABLE, A_MOMENT, "AWAY", tenant, request, response);
    }

    /** What the operators' console stands on does not answer. */
    void consoleAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(HttpStatus.SERVICE_UNAVAILABLE, A_MOMENT, "AWAY", null, request, response);
    }

    private void write(
            HttpStatus status,
            Duration retry,
            String kind,
            @Nullable TenantId tenant,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        response.setStatus(status.value());
        response.setHeader("Retry-After", Long.toString(retry.toSeconds()));
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        if (isForAPerson(request)) {
            response.setHeader("Content-Security-Policy", STYLE_ALONE);
            response.setContentType(MediaType.TEXT_HTML_VALUE);
            response.getWriter().write(page(tenant, kind.toLowerCase(Locale.ROOT)));
        } else {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getWriter().write(problem(status, kind.toLowerCase(Locale.ROOT)));
        }
    }

    private static String problem(HttpStatus status, String kind) {
        var words = ResourceBundle.getBundle("fr.ondine.platform.tenancy.problems", Locale.ENGLISH);
        return "{\"type\":\"urn:ondine:problem:%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                .formatted(kind, words.getString(kind + ".title"), status.value(), words.getString(kind + ".detail"));
    }

    private static boolean isForAPerson(HttpServletRequest request) {
        var accepted = request.getHeader("Accept");
        return accepted != null
                && accepted.contains(MediaType.TEXT_HTML_VALUE)
                && !request.getRequestURI().startsWith("/api/");
    }

    private String page(@Nullable TenantId tenant, String kind) {
        var utility = Optional.ofNullable(tenant)
                .flatMap(named ->
                        kind.equals("away") ? tenants.knownConfiguration(named) : tenants.configuration(named));
        var texts = Sentences.of("fr.ondine.platform.tenancy.messages", language(utility));
        return texts.getString("closed.page")
                .replace("{colour}", utility.map(ClosedPortal::colour).orElse("#33475b"))
                .replace("{name}", HtmlUtils.htmlEscape(tenant == null ? "Ondine" : tenants.nameOf(tenant)))
                .replace("{title}", texts.getString("closed." + kind + ".title"))
                .replace("{what}", texts.getString("closed." + kind + ".what"))
                .replace("{phones}", utility.map(known -> phones(texts, known)).orElse(""));
    }

    private static Locale language(Optional<TenantConfig> utility) {
        return utility.map(known -> known.languages().getFirst()).orElseGet(Sentences::commonLanguage);
    }

    private static String colour(TenantConfig utility) {
        return utility.brand().colour().toString();
    }

    private static String phones(ResourceBundle texts, TenantConfig utility) {
        var contact = utility.contact();
        return Stream.of(contact.mainPhone(), contact.emergency())
                .filter(Objects::nonNull)
                .map(phone -> texts.getString("closed.phone")
                        .replace("{label}", HtmlUtils.htmlEscape(phone.label()))
                        .replace("{link}", phone.number().link())
                        .replace("{number}", phone.number().toString()))
                .collect(Collectors.joining());
    }
}
