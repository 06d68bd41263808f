package fr.ondine.journeys;

import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Which scripts run in a page: those that came with it, and none that somebody managed to write into it. */
@PortalTest
class PageScriptsTests {

    private static final String POLICY = "Content-Security-Policy";
    private static final Pattern NONCE = Pattern.compile("nonce(?:-|=\")([-\\w]{43})");

    /** Of what a script catches itself the browser tells nobody else. */
    private static final String TELL = """
            document.addEventListener('securitypolicyviolation', refused => console.warn(
                'Content Security Policy: ' + refused.effectiveDirective + ' ' + refused.blockedURI))""";

    private static final String INJECTED = """
            () => {
              document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.ran = true">');
              const script = document.createElement('script');
              script.textContent = 'window.ran = true';
              document.body.append(script);
            }""";

    @LocalServerPort
    int port;

    @Test
    void what_somebody_writes_into_a_page_does_not_run() {
        try (var visit = Visit.at(SIEGVO, port)) {
            var page = visit.open("/connexion");
            assertThat(visit.refusals()).as("of what the page itself does").isEmpty();

            page.evaluate(INJECTED);

            page.waitForCondition(() -> visit.refused() == 2);
            assertThat(page.evaluate("window.ran ?? false")).isEqualTo(false);
            assertThat(visit.refusals()).allMatch(told -> told.contains("script-src"));
        }
    }

    @Test
    void each_answer_has_a_nonce_of_its_own() {
        var first = nonces();
        var second = nonces();

        assertThat(first).hasSizeGreaterThan(2).containsOnly(first.getFirst());
        assertThat(second).hasSizeGreaterThan(2).containsOnly(second.getFirst());
        assertThat(first.getFirst()).isNotEqualTo(second.getFirst());
    }

    /** Once this fails, Vaadin makes functions of text no more, and the policy can be a strict one. */
    @Test
    void what_the_policy_still_lets_be_done_vaadin_still_does() {
        var sent = new RawHttp(port).get(SIEGVO.slug() + ".localhost", "/connexion");
        var strict = sent.header(POLICY).orElseThrow().replace(" 'unsafe-eval'", "");
        try (var visit = Visit.at(SIEGVO, port)) {
            visit.page().addInitScript(TELL);
            visit.page()
                    .route(
                            "**/connexion",
                            page -> page.fulfill(new Route.FulfillOptions()
                                    .setContentType("text/html")
                                    .setHeaders(Map.of(POLICY, strict, "content-type", "text/html;charset=utf-8"))
                                    .setBody(sent.body())));
            visit.answer("/connexion");

            visit.page().waitForCondition(() -> visit.refused() > 0);
            assertThat(visit.refusals()).anyMatch(told -> told.contains("script-src eval"));
        }
    }

    /** That of the policy, then those of the scripts. */
    private List<String> nonces() {
        return NONCE.matcher(
                        new RawHttp(port).get(SIEGVO.slug() + ".localhost", "/").text())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
