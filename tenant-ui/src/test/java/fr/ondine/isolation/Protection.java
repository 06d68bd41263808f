package fr.ondine.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What every answer tells a browser, whatever it is an answer to. */
final class Protection {

    /** What is the same for everybody, and may be kept. */
    private static final Pattern FOR_EVERYBODY =
            Pattern.compile("\\S+ GET /(VAADIN/.*|branding/.*|[a-z]+\\.(css|js|txt|ico))");

    /** Of what scripts build, and of what is there at once and runs nothing. */
    private static final Pattern PAGE = Pattern.compile(
            "default-src 'self'; script-src 'self' 'nonce-[-\\w]{43}' 'unsafe-eval'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data:; font-src 'self' data:; connect-src 'self'; object-src 'none';"
                    + " base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
                    + "|default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self' data:;"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'");

    private static final Pattern NO_PAGE =
            Pattern.compile("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");

    private static final Pattern SCRIPT = Pattern.compile("<script[^>]*>");
    private static final Pattern NONCE = Pattern.compile("'nonce-([^']+)'");

    private Protection() {}

    private static boolean isPage(Answer answer) {
        return answer.header("Content-Type").startsWith("text/html");
    }

    private static String nonce(Answer answer) {
        var nonce = NONCE.matcher(answer.header("Content-Security-Policy"));
        return nonce.find() ? nonce.group(1) : "there is none";
    }

    static void assertOn(Answer answer, String asked) {
        assertThat(answer.headers("Content-Security-Policy"))
                .as(asked)
                .singleElement()
                .asString()
                .matches(isPage(answer) ? PAGE : NO_PAGE);
        assertThat(SCRIPT.matcher(answer.text()).results().map(MatchResult::group))
                .as(asked)
                .allMatch(script -> !isPage(answer) || script.contains(" nonce=\"" + nonce(answer) + "\""));
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
