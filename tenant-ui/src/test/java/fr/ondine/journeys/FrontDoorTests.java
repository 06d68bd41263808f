package fr.ondine.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.journeys.RawHttp.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Who gets in, under which name, and what every answer carries. */
@PortalTest
class FrontDoorTests {

    private static final String SIEGVO = "siegvo.localhost";

    @Autowired
    Environment environment;

    private RawHttp http;

    @BeforeEach
    void connect() {
        http = new RawHttp(environment.getRequiredProperty("server.port", Integer.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "siegvo.localhost.evil.example",
                "siegvo.localhost.",
                "xsiegvo.localhost",
                "siegvo",
                "127.0.0.1"
            })
    void a_host_that_no_utility_has_gets_421_and_nothing_else(String host) {
        for (var path : new String[] {"/", "/connexion", "/branding/x.css", "/webhooks/stripe", "/actuator/health"}) {
            var answer = http.get(host, path);
            assertThat(answer.status()).as(path).isEqualTo(421);
            assertThat(answer.body()).isEmpty();
            assertProtected(answer);
        }
    }

    @Test
    void a_host_in_the_request_line_does_not_contradict_the_header() {
        assertThat(http.get(SIEGVO, "http://malesherbois.localhost/").status()).isIn(400, 421);
        assertThat(http.get(SIEGVO, "http://evil.example/").status()).isIn(400, 421);
    }

    @Test
    void no_host_and_a_host_that_is_none_are_refused() {
        for (var host : new String[] {"", ":8080", "siegvo.localhost:8080:1", "siegvo@localhost"}) {
            assertThat(http.get(host, "/connexion").status()).as(host).isIn(400, 421);
        }
    }

    @Test
    void two_host_headers_are_refused() {
        assertThat(http.get(SIEGVO, "/", "Host: malesherbois.localhost").status())
                .isIn(400, 421);
    }

    @Test
    void a_utility_is_found_by_its_host_in_any_case_and_with_any_port() {
        assertThat(http.get("SIEGVO.localhost:9999", "/").body()).contains("SIEGVO");
    }

    @Test
    void a_forwarded_host_never_chooses_the_utility() {
        var answer = http.get(
                SIEGVO, "/", "X-Forwarded-Host: malesherbois.localhost", "Forwarded: host=malesherbois.localhost");
        assertThat(answer.body()).contains("SIEGVO").doesNotContain("Malesherbois");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/connexion",
                "/inscription",
                "/mot-de-passe-oublie",
                "/contact",
                "/contact?apercu",
                "/mentions-legales",
                "/accessibilite",
                "/tableau-de-bord",
                "/factures",
                "/consommations",
                "/consommations.csv?contrat=00000000-0000-0000-0000-000000000000",
                "/mon-compte",
                "/portal.css",
                "/robots.txt",
                "/favicon.ico",
                "/manifest.webmanifest",
                "/actuator/health",
                "/actuator/env",
                "/webhooks/stripe",
                "/nowhere"
            })
    void every_answer_carries_the_protective_headers(String path) {
        assertProtected(http.get(SIEGVO, path));
    }

    @Test
    void a_refused_request_carries_the_protective_headers_too() {
        var foreign = "Origin: https://evil.example";
        assertProtected(http.post(SIEGVO, "/connexion", "", foreign));
        assertProtected(http.post(SIEGVO, "/webhooks/stripe", "{}"));
        assertProtected(http.post(SIEGVO, "/?v-r=uidl&v-uiId=0", "{}"));
        assertProtected(http.get(SIEGVO, "/factures/2025-000000.pdf"));
        for (var path : new String[] {"/a;b=c", "/a//b", "/%2e%2e/b", "/a%2fb", "/a%00b", "/VAADIN/build/x.js"}) {
            assertProtected(http.get(SIEGVO, path));
        }
    }

    @Test
    void under_tls_the_browser_is_told_to_stay_there() {
        for (var path :
                new String[] {"/", "/nowhere", "/portal.css", "/webhooks/stripe", "/actuator/health", "/a//b"}) {
            assertThat(http.get(SIEGVO, path, "X-Forwarded-Proto: https").header("Strict-Transport-Security"))
                    .as(path)
                    .contains("max-age=31536000; includeSubDomains");
        }
        assertThat(http.get(SIEGVO, "/").header("Strict-Transport-Security")).isEmpty();
    }

    private static void assertProtected(Answer answer) {
        // what the server itself refuses, such as an address that cannot be read, is no page of ours
        var isPage = answer.header("Content-Type").orElse("").startsWith("text/html")
                && !answer.body().contains("<h1>HTTP Status 400");
        assertThat(answer.header("Content-Security-Policy").orElse(""))
                .as(answer.text())
                .contains("frame-ancestors 'none'")
                .matches(
                        isPage
                                ? "default-src '(self|none)'; (script-src 'self' 'nonce-[-\\w]{43}' 'unsafe-eval'; )?style-src.*"
                                : "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.header("Referrer-Policy")).contains("same-origin");
        assertThat(answer.header("Cache-Control")).isPresent();
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(answer.headers("Set-Cookie"))
                .allSatisfy(cookie ->
                        assertThat(cookie).contains("HttpOnly", "SameSite").doesNotContain("Domain"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tableau-de-bord",
                "/factures",
                "/consommations",
                "/consommations/releve",
                "/mon-compte",
                "/contrats/lier",
                "/consommations.csv?contrat=00000000-0000-0000-0000-000000000000"
            })
    void a_persons_page_sends_a_stranger_to_sign_in(String path) {
        var answer = http.get(SIEGVO, path);
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location").orElse("")).endsWith("/connexion");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/actuator/env", "/actuator/beans", "/actuator/heapdump", "/error", "/VAADIN/../application.yaml"
            })
    void what_runs_inside_is_not_shown(String path) {
        assertThat(http.get(SIEGVO, path).status()).isNotEqualTo(200);
    }

    @Test
    void search_engines_are_told_in_plain_text_what_is_for_anybody() {
        var answer = http.get(SIEGVO, "/robots.txt");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(answer.body()).contains("Allow: /$", "Disallow: /").doesNotContain("<");
        assertThat(http.get("ileo.localhost", "/robots.txt").body()).isEqualTo(answer.body());
    }

    @Test
    void a_browser_that_asks_for_an_icon_by_its_old_name_gets_the_utilitys_own() {
        var answer = http.get("ileo.localhost", "/favicon.ico");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type").orElse("")).startsWith("image/svg+xml");
        assertThat(answer.body()).contains(">i</text>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/manifest.webmanifest", "/sw.js", "/offline.html", "/icons/icon.png", "/styles.css"})
    void a_file_that_is_not_there_is_no_page_either(String path) {
        assertThat(http.get(SIEGVO, path).status()).isEqualTo(404);
    }

    @Test
    void another_sites_form_is_refused() {
        var form = "Content-Type: application/x-www-form-urlencoded";
        assertThat(http.post(SIEGVO, "/connexion", "username=a&password=b", form, "Origin: https://evil.example")
                        .status())
                .isEqualTo(403);
        assertThat(http.post(SIEGVO, "/connexion", "username=a&password=b", form, "Sec-Fetch-Site: cross-site")
                        .status())
                .isEqualTo(403);
        assertThat(http.post(
                                SIEGVO,
                                "/connexion",
                                "username=a&password=b",
                                form,
                                "Origin: http://malesherbois.localhost")
                        .status())
                .isEqualTo(403);
        assertThat(http.post(SIEGVO, "/connexion", "username=a&password=b", form, "Origin: null")
                        .status())
                .as("a frame without an origin")
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example/mon-compte",
                "//evil.example/gestion/equipe",
                "/\\evil.example/mon-compte",
                "/%2fevil.example/mon-compte",
                "/mon-compte?continue=https://evil.example",
                "/gestion/equipe?vers=https://evil.example",
                "/connexion?redirect=https://evil.example",
                "/connexion/franceconnect?redirect_uri=https://evil.example",
                "/webhooks/desabonnement?lien=//evil.example"
            })
    void no_address_leads_to_another_site(String path) {
        assertThat(http.get(SIEGVO, path).header("Location").orElse("/"))
                .matches("(http://siegvo\\.localhost(:\\d+)?)?/([^/\\\\].*)?");
    }

    @Test
    void what_was_asked_for_before_signing_in_leads_to_no_other_site() {
        var form = "Content-Type: application/x-www-form-urlencoded";
        var answer = http.post(
                SIEGVO, "/connexion?redirect=https://evil.example&continue=//evil.example", "email=a&password=b", form);
        assertThat(answer.header("Location").orElse("")).endsWith("/connexion?erreur");
    }
}
