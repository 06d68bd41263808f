package fr.ondine.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

/** What every answer tells a browser, whatever it is an answer to. */
final class Protection {

    /** What is the same for everybody, and may be kept. */
    private static final Pattern FOR_EVERYBODY =
            Pattern.compile("\\S+ GET /(VAADIN/.*|branding/.*|[a-z]+\\.(css|js|txt|ico))");

    private Protection() {}

    static void assertOn(Answer answer, String asked) {
        assertThat(answer.header("Content-Security-Policy"))
                .as(asked)
                .contains("default-src 'self'", "object-src 'none'", "base-uri 'self'", "form-action 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("*", "http");
        assertThat(answer.headers("X-Content-Type-Options")).as(asked).containsOnly("nosniff");
        assertThat(answer.headers("Referrer-Policy")).as(asked).containsExactly("same-origin");
        assertThat(answer.headers("Access-Control-Allow-Origin")).as(asked).isEmpty();
        if (!FOR_EVERYBODY.matcher(asked).matches()) {
            assertThat(answer.header("Cache-Control")).as(asked).contains("no-store");
        }
        assertThat(answer.headers("Set-Cookie"))
                .as(asked)
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains("HttpOnly", "SameSite=Lax", "Path=/")
                        .doesNotContain("Domain"));
    }
}
