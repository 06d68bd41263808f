package fr.ondine.ui.shell;

import fr.ondine.platform.kernel.DomainException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import tools.jackson.databind.json.JsonMapper;

/** Refusals for programs: documents with a type to decide by and a sentence in English for who reads them (RFC 9457). */
public final class Problems {

    /** What comes before the name of a refusal in the type of its document. */
    public static final String TYPE = "urn:ondine:problem:";

    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
            .build();

    private Problems() {}

    /** What the domain refused. */
    public static ProblemDetail of(HttpStatusCode status, DomainException refused) {
        return of(status, name(refused), sentence(refused));
    }

    /** What a program decides by. */
    public static String name(DomainException refused) {
        return refused.code().replaceFirst("^.*\\.", "");
    }

    /** A problem of that name, with its title in the bundle of titles. */
    public static ProblemDetail of(HttpStatusCode status, String name, String sentence) {
        var problem = ProblemDetail.forStatusAndDetail(status, sentence);
        problem.setType(URI.create(TYPE + name));
        problem.setTitle(ResourceBundle.getBundle("fr.ondine.ui.problems", Locale.ENGLISH)
                .getString(name));
        return problem;
    }

    /** What was refused, in one sentence. */
    public static String sentence(DomainException refused) {
        return Stream.of(
                        "platform.fleet.messages",
                        "platform.operators.messages",
                        "platform.staff.messages",
                        "ui.refusals")
                .map(bundle -> ResourceBundle.getBundle("fr.ondine." + bundle, Locale.ENGLISH))
                .filter(sentences -> sentences.containsKey(refused.code()))
                .map(sentences -> new MessageFormat(sentences.getString(refused.code()), Locale.ENGLISH)
                        .format(refused.arguments().toArray()))
                .findFirst()
                .orElseGet(() -> String.valueOf(refused.getMessage()));
    }

    /** The document of a request whose parameters do not do, with what does not. */
    public static ProblemDetail of(HandlerMethodValidationException refused) {
        refused.getBody()
                .setDetail(refused.getParameterValidationResults().stream()
                        .flatMap(parameter -> parameter.getResolvableErrors().stream()
                                .map(fault -> parameter.getMethodParameter().getParameterName() + " "
                                        + fault.getDefaultMessage()))
                        .collect(Collectors.joining("; ")));
        return refused.getBody();
    }

    /** Answers a request that no controller answers. */
    public static void write(ProblemDetail problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        problem.setInstance(URI.create(request.getRequestURI()));
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter().write(json(problem));
    }

    /** A document, or what holds one, as it is sent. */
    public static String json(Object content) {
        return JSON.writeValueAsString(content);
    }
}
