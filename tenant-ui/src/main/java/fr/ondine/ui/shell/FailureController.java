package fr.ondine.ui.shell;

import fr.ondine.platform.tenancy.Realm;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.Tenants;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** What a person reads when an address outside the pages (a file, a form) cannot be answered: calm, in the brand. */
@RestController
class FailureController implements ErrorController {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final Set<Integer> REFUSALS = Set.of(401, 403);

    private final Texts texts;
    private final Tenants tenants;
    private final Branding branding;

    FailureController(Texts texts, Tenants tenants, Branding branding) {
        this.texts = texts;
        this.tenants = tenants;
        this.branding = branding;
    }

    @RequestMapping("${server.error.path:/error}")
    ResponseEntity<?> answer(HttpServletRequest request, HttpServletResponse response) {
        var status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var code = status == null ? HttpStatus.NOT_FOUND.value() : status;
        if (isOfAProgram(request)) {
            return ResponseEntity.status(code)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem(code, request));
        }
        return TenantContext.isBound() || Realm.isConsole()
                ? page(code, request, response)
                : ResponseEntity.status(code).build();
    }

    /** The page that says so, on a host of ours. */
    ResponseEntity<String> page(int status, HttpServletRequest request, HttpServletResponse response) {
        // a header of the entity would be a second policy beside the one that every answer has
        response.setHeader(ContentPolicy.HEADER, ContentPolicy.ofStillPage(request));
        return ResponseEntity.status(status).contentType(HTML).body(html(kind(status)));
    }

    /** Of what was asked for, which is not the address of this page. */
    private static ProblemDetail problem(int code, HttpServletRequest request) {
        var problem = ProblemDetail.forStatus(code);
        problem.setInstance(URI.create(String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))));
        return problem;
    }

    private static boolean isOfAProgram(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
                && asked.startsWith("/api/");
    }

    private static String kind(int status) {
        if (REFUSALS.contains(status)) {
            return "forbidden";
        }
        return status < HttpStatus.INTERNAL_SERVER_ERROR.value() ? "not-found" : "failure";
    }

    private String html(String kind) {
        var title = text("shell.error." + kind + ".title");
        return """
                <!doctype html><html lang="%s"><head><meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1"><title>%s - %s</title>
                <link rel="stylesheet" href="/portal.css"><link rel="stylesheet" href="%s"></head>
                <body><main class="narrow"><h1>%s</h1><section class="card"><p>%s</p>
                <a class="button" href="/">%s</a></section></main></body></html>
                """.formatted(
                        texts.language().toLanguageTag(),
                        title,
                        Realm.isConsole()
                                ? "Ondine"
                                : HtmlUtils.htmlEscape(tenants.current().name()),
                        Realm.isConsole()
                                ? "/console.css"
                                : branding.of(tenants.current()).path("css"),
                        title,
                        text("shell.error." + kind + ".what"),
                        text("shell.error.home"));
    }

    private String text(String key) {
        return HtmlUtils.htmlEscape(texts.say(key));
    }
}
