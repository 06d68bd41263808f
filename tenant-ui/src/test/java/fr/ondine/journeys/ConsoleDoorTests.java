package fr.ondine.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.RouteBaseData;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.RouteRegistry;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The console answers on its own host, the portals on theirs, and neither knows the other's addresses. */
@PortalTest
class ConsoleDoorTests {

    private static final String CONSOLE = "console.localhost";
    private static final String SIEGVO = "siegvo.localhost";

    @Autowired
    Environment environment;

    @Autowired
    ServletContext servlet;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping endpoints;

    private RawHttp http;

    @BeforeEach
    void connect() {
        http = new RawHttp(environment.getRequiredProperty("server.port", Integer.class));
    }

    @Test
    void no_page_of_the_portals_is_at_the_consoles_host() {
        var portals =
                pages().filter(path -> !isOfConsole(path) && !path.equals("/")).toList();

        assertThat(portals)
                .contains("/factures", "/connexion")
                .hasSizeGreaterThan(10)
                .allSatisfy(path ->
                        assertThat(http.get(CONSOLE, path).status()).as(path).isEqualTo(404));
    }

    @Test
    void no_page_of_the_console_is_at_a_utilitys_host() {
        var console = pages().filter(ConsoleDoorTests::isOfConsole).toList();

        assertThat(console)
                .contains("/console", "/console/connexion", "/console/operateurs")
                .allSatisfy(path -> {
                    assertThat(http.get(SIEGVO, path).status()).as(path).isEqualTo(404);
                    assertThat(http.get(SIEGVO, path + "/").status()).as(path).isEqualTo(404);
                });
        assertThat(List.of("/console.css", "/console.js", "//console", "/x/../console", "/%63onsole", "/console;a=b"))
                .allSatisfy(path ->
                        assertThat(http.get(SIEGVO, path).status()).as(path).isNotEqualTo(200));
    }

    @Test
    void no_endpoint_outside_the_pages_is_at_the_consoles_host() {
        var paths = endpoints.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .map(ConsoleDoorTests::filled)
                .filter(path -> !path.equals("/error"))
                .filter(path -> !isOfPrograms(path) && !isOfConsole(path))
                .toList();

        assertThat(paths).anyMatch(path -> path.startsWith("/webhooks/")).allSatisfy(path -> {
            assertThat(http.get(CONSOLE, path).status()).as(path).isEqualTo(404);
            assertThat(http.post(CONSOLE, path, "").status()).as(path).isEqualTo(404);
        });
        assertThat(http.get(CONSOLE, "/actuator/health").status()).isEqualTo(404);
    }

    @Test
    void a_file_of_the_console_is_at_no_utilitys_host_nor_open_to_a_stranger() {
        var paths = endpoints.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .map(ConsoleDoorTests::filled)
                .filter(ConsoleDoorTests::isOfConsole)
                .toList();

        assertThat(paths).contains("/console/importer/fichier").allSatisfy(path -> {
            assertThat(http.get(SIEGVO, path).status()).as(path).isEqualTo(404);
            assertThat(http.post(SIEGVO, path, "").status()).as(path).isEqualTo(404);
            assertThat(http.get(CONSOLE, path).status()).as(path).isEqualTo(302);
            assertThat(http.post(CONSOLE, path, "").status()).as(path).isIn(302, 403);
        });
    }

    @Test
    void nothing_for_programs_is_at_a_utilitys_host_nor_open_without_a_key() {
        var paths = endpoints.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .map(ConsoleDoorTests::filled)
                .filter(ConsoleDoorTests::isOfPrograms)
                .toList();

        assertThat(paths)
                .contains("/api/operator/v1/utilities", "/api/operator/v1/openapi.json")
                .allSatisfy(path -> {
                    assertThat(http.get(SIEGVO, path).status()).as(path).isEqualTo(404);
                    assertThat(http.post(SIEGVO, path, "").status()).as(path).isEqualTo(404);
                    assertThat(http.get(CONSOLE, path).status()).as(path).isEqualTo(401);
                    assertThat(http.post(CONSOLE, path, "").status()).as(path).isEqualTo(401);
                });
        for (var path : List.of("//api/operator/v1/utilities", "/%61pi/operator/v1/utilities", "/api/operator;a/v1")) {
            assertThat(http.get(SIEGVO, path).status()).as(path).isIn(400, 404);
            assertThat(http.get(CONSOLE, path).status()).as(path).isIn(302, 400, 401, 404);
        }
    }

    @Test
    void every_page_but_the_door_sends_a_stranger_to_sign_in_and_remembers_where_from() {
        var door = Set.of("/console/connexion", "/console/invitation");

        assertThat(pages().filter(ConsoleDoorTests::isOfConsole)).allSatisfy(path -> {
            var answer = http.get(CONSOLE, path);
            if (door.contains(path)) {
                assertThat(answer.status()).as(path).isEqualTo(200);
            } else {
                assertThat(answer.status()).as(path).isEqualTo(302);
                assertThat(answer.header("Location").orElse("")).contains("/console/connexion?vers=%2Fconsole");
            }
        });
        assertThat(http.get(CONSOLE, "/").header("Location").orElse("")).endsWith("/console");
    }

    @Test
    void what_a_stranger_sent_is_not_where_they_go_after_signing_in() {
        var sent = http.post(CONSOLE, "/console/collectivites/x/export/fichier", "");

        assertThat(sent.status()).isEqualTo(302);
        assertThat(sent.header("Location").orElse("")).endsWith("/console/connexion?vers=%2Fconsole");
        assertThat(http.post(SIEGVO, "/gestion/configuration/documents/envoi", "")
                        .header("Location")
                        .orElse(""))
                .endsWith("/gestion/connexion?vers=%2Fgestion");
    }

    @Test
    void another_sites_message_is_refused() {
        for (var path : List.of("/console/connexion", "/?v-r=uidl&v-uiId=0")) {
            assertThat(http.post(CONSOLE, path, "{}", "Origin: https://evil.example")
                            .status())
                    .isEqualTo(403);
            assertThat(http.post(CONSOLE, path, "{}", "Origin: http://siegvo.localhost")
                            .status())
                    .as("not even a utility's portal")
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/console",
                "/console/connexion",
                "/console/nowhere",
                "/factures",
                "/console.css",
                "/api/operator/v1/utilities",
                "/api/operator/nowhere"
            })
    void every_answer_carries_the_protective_headers(String path) {
        var answer = http.get(CONSOLE, path);
        assertThat(answer.header("Content-Security-Policy").orElse("")).contains("frame-ancestors 'none'");
        assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.header("Cache-Control")).isPresent();
        assertThat(answer.headers("Set-Cookie"))
                .allSatisfy(cookie ->
                        assertThat(cookie).contains("HttpOnly", "SameSite").doesNotContain("Domain"));
    }

    @Test
    void what_is_refused_is_said_in_ondines_name_and_no_utilitys() {
        assertThat(http.get(CONSOLE, "/factures").body()).contains("Ondine").doesNotContain("SIEGVO");
        assertThat(http.get(SIEGVO, "/console").body()).contains("SIEGVO").doesNotContain("Ondine");
    }

    private Stream<String> pages() {
        RouteRegistry registry = ApplicationRouteRegistry.getInstance(new VaadinServletContext(servlet));
        return RouteConfiguration.forRegistry(registry).getAvailableRoutes().stream()
                .map(RouteBaseData::getTemplate)
                .map(template -> filled("/" + template));
    }

    private static String filled(String template) {
        return template.replaceAll("/:[a-zA-Z]+(\\?|\\*)?(\\([^)]*\\))?", "/x")
                .replaceAll("\\{[^}]*}", "0123456789abcdef")
                .replaceAll("(?<=0123456789abcdef)}", "");
    }

    private static boolean isOfPrograms(String path) {
        return path.startsWith("/api/operator/");
    }

    private static boolean isOfConsole(String path) {
        return path.equals("/console") || path.startsWith("/console/");
    }
}
