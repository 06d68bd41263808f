package fr.ondine.ui.security;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * What a program asks of a person who is to show who they are before it is answered (OpenID Connect Core 1.0, section
 * 3.1.2.1: {@code prompt=login} and {@code max_age}). It waits in the session, as text, and is answered once.
 *
 * @param askedAt when it first came
 * @param query what it says, in one order
 */
public record ProgramQuestion(Instant askedAt, String query) {

    /** Where its person shows it. */
    static final String PAGE = "/autorisation/identite";

    private static final String KEPT = ProgramQuestion.class.getName();

    /** What Spring adds to a question that waited for a sign-in. */
    private static final String CONTINUED = "continue";

    static ProgramQuestion of(HttpServletRequest request, Instant now) {
        var told = UriComponentsBuilder.newInstance();
        new TreeMap<>(request.getParameterMap())
                .forEach((name, values) -> Arrays.stream(values)
                        .filter(value -> !name.equals(CONTINUED))
                        .forEach(value -> told.queryParam(encoded(name), encoded(value))));
        return new ProgramQuestion(
                now, Optional.ofNullable(told.build().getQuery()).orElse(""));
    }

    static Optional<ProgramQuestion> waiting(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> session.getAttribute(KEPT))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .map(text -> text.split(" ", 2))
                .map(part -> new ProgramQuestion(Instant.parse(part[0]), part[1]));
    }

    /** Waits, since when it first came. */
    void await(HttpServletRequest request) {
        if (waiting(request).filter(this::isSame).isEmpty()) {
            request.getSession().setAttribute(KEPT, askedAt + " " + query);
        }
    }

    static void answered(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(KEPT);
        }
    }

    boolean isSame(ProgramQuestion other) {
        return query.equals(other.query);
    }

    /** Whether it matters when the person has shown it. */
    boolean isParticular() {
        return oldest().isPresent();
    }

    /** Whether they have lately enough, or since it waits. */
    boolean isContent(Instant shownAt, Optional<ProgramQuestion> waiting) {
        return oldest().filter(shownAt::isBefore).isEmpty()
                || waiting.filter(this::isSame)
                        .filter(since -> shownAt.isAfter(since.askedAt))
                        .isPresent();
    }

    /** Where it is asked again. */
    public String address() {
        return ProviderDoor.AUTHORIZE + "?" + query;
    }

    public Optional<String> client() {
        return values("client_id").stream().findFirst();
    }

    /** From when on it must have been shown; nothing where it does not matter. */
    private Optional<Instant> oldest() {
        if (values("prompt").stream()
                .flatMap(all -> Arrays.stream(all.split(" ")))
                .anyMatch("login"::equals)) {
            return Optional.of(askedAt);
        }
        return values("max_age").stream().findFirst().map(age -> askedAt.minusSeconds(seconds(age)));
    }

    /** What is no number of seconds is none. */
    private static long seconds(String age) {
        return age.matches("\\d{1,9}") ? Long.parseLong(age) : 0;
    }

    private List<String> values(String name) {
        return UriComponentsBuilder.newInstance()
                .query(query)
                .build()
                .getQueryParams()
                .getOrDefault(name, List.of())
                .stream()
                .map(value -> value == null ? "" : UriUtils.decode(value, StandardCharsets.UTF_8))
                .toList();
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
