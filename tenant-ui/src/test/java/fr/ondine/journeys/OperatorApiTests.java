package fr.ondine.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.fleet.FleetDirectory;
import fr.ondine.platform.operators.KeyWish;
import fr.ondine.platform.operators.OperatorKeys;
import fr.ondine.platform.operators.Operators;
import fr.ondine.platform.operators.Permission;
import fr.ondine.testing.TestOperators;
import fr.ondine.testing.Utilities;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a program does with an operator's key, and every way in which it is refused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperatorApiTests extends DeskPortal {

    private static final String CONSOLE = "console.localhost";
    private static final String ALL = "/api/operator/v1/utilities";
    private static final String YAML = "Content-Type: application/yaml";
    private static final String JSON = "Content-Type: application/json";

    private static final String LIMITS =
            "{\"requestsPerSecond\":5,\"concurrentJobs\":%d,\"mailsPerDay\":9,\"storageMegabytes\":70}";

    @LocalServerPort
    int port;

    @Autowired
    BeanFactory beans;

    @Autowired
    OperatorKeys keys;

    @Autowired
    Operators operators;

    @Autowired
    FleetDirectory directory;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping endpoints;

    private RawHttp http;
    private String viewing;
    private String operating;
    private String administering;
    private String operator;

    @BeforeAll
    void keys_of_an_operator() {
        http = new RawHttp(port);
        var anne = new TestOperators(beans).signedIn(Permission.ADMINISTER);
        operator = anne.actor();
        viewing = keys.create(anne, wish("viewing", Permission.VIEW), TestOperators.PASSWORD);
        operating = keys.create(anne, wish("operating", Permission.OPERATE), TestOperators.PASSWORD);
        administering = keys.create(anne, wish("administering", Permission.ADMINISTER), TestOperators.PASSWORD);
    }

    @Test
    void a_utility_is_added_found_and_shown() {
        var slug = fresh();

        var added = send("POST " + ALL, operating, yaml(slug), YAML);

        assertThat(added.status()).isEqualTo(201);
        assertThat(added.header("Location")).contains(ALL + "/" + slug);
        assertThat(json(added).get("state").asString()).isEqualTo("READY");
        var page = json(send("GET " + ALL + "?search=" + slug + "&state=READY,FAILED&size=10", viewing, ""));
        assertThat(page.get("total").asInt()).isOne();
        assertThat(page.get("utilities").get(0).get("hosts").get(0).asString()).isEqualTo(slug + ".localhost");
        assertThat(json(send("GET " + ALL + "/" + slug, viewing, ""))
                        .get("upToDate")
                        .asBoolean())
                .isTrue();
        assertThat(json(send("GET " + ALL + "?search=" + slug + "&state=SUSPENDED", viewing, ""))
                        .get("total")
                        .asInt())
                .isZero();
        var acts = json(send("GET " + ALL + "/" + slug + "/acts?size=1", viewing, ""));
        assertThat(acts.get(0).get("actor").asString()).isEqualTo(operator + " key:operating");
    }

    @Test
    void pages_are_told_apart() {
        var first = json(send("GET " + ALL + "?size=1", viewing, ""));
        var second = json(send("GET " + ALL + "?size=1&page=2", viewing, ""));

        assertThat(first.get("pages").asInt()).isGreaterThanOrEqualTo(3);
        assertThat(second.get("utilities").get(0).get("slug"))
                .isNotEqualTo(first.get("utilities").get(0).get("slug"));
    }

    @Test
    void a_configuration_that_is_not_taken_is_told_with_each_field_and_line_and_nothing_is_added() {
        var slug = fresh();
        var refused = send("POST " + ALL, operating, "slug: " + slug + "\nname: X\ncouleur: bleu", YAML);

        assertProblem(refused, 422, "invalid-configuration");
        var errors = json(refused)
                .get("errors")
                .valueStream()
                .map(error ->
                        error.get("line").asInt() + " " + error.get("field").asString())
                .toList();
        assertThat(errors).contains("1 hosts", "3 couleur");
        assertThat(json(refused).get("errors").get(0).get("sentence").asString())
                .startsWith("Ligne ");
        assertThat(send("GET " + ALL + "/" + slug, viewing, "").status()).isEqualTo(404);
        assertThat(send("POST " + ALL + "?dry-run=true", operating, yaml(slug), YAML)
                        .status())
                .isEqualTo(204);
        assertThat(send("GET " + ALL + "/" + slug, viewing, "").status()).isEqualTo(404);
        assertProblem(send("POST " + ALL, operating, yaml("siegvo"), YAML), 422, "invalid-configuration");
    }

    @Test
    void a_draft_is_made_and_then_migrated() {
        var slug = fresh();

        assertThat(json(send("POST " + ALL + "?draft=true", operating, yaml(slug), YAML))
                        .get("state")
                        .asString())
                .isEqualTo("DRAFT");
        assertThat(json(send("POST " + ALL + "/" + slug + "/migrate", operating, ""))
                        .get("state")
                        .asString())
                .isEqualTo("READY");
        assertThat(send("POST " + ALL + "/" + slug + "/migrate", operating, "").status())
                .as("again, which changes nothing")
                .isEqualTo(200);
    }

    @Test
    void a_configuration_is_compared_put_in_force_and_taken_back() {
        var slug = added();
        var one = ALL + "/" + slug;
        var seen = send("GET " + one + "/configuration", viewing, "");
        assertThat(seen.header("ETag")).contains("\"1\"");
        assertThat(seen.header("Content-Type").orElse("")).startsWith("application/yaml");
        assertThat(seen.body()).isEqualTo(yaml(slug));
        var green = yaml(slug).replace("#0b5394", "#00523c");

        var dry = send("PUT " + one + "/configuration?dry-run=true", viewing, green, YAML);
        assertThat(json(dry).get("changes").get(0).get("path").asString()).isEqualTo("brand.colour");
        assertThat(json(dry).get("version").asInt()).isOne();

        var done = send("PUT " + one + "/configuration?reason=vert", operating, green, YAML, "If-Match: \"1\"");
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.header("ETag")).contains("\"2\"");
        assertThat(json(done).get("changes").get(0).get("after").asString()).isEqualTo("#00523c");

        var history = json(send("GET " + one + "/configurations", viewing, ""));
        assertThat(history.get(0).get("reason").asString()).isEqualTo("vert");
        assertThat(history.get(0).get("appliedBy").asString()).isEqualTo(operator + " key:operating");
        assertThat(send("GET " + one + "/configurations/1", viewing, "").body()).isEqualTo(yaml(slug));

        var back = send("POST " + one + "/rollback", operating, "{\"version\":1}", JSON, "If-Match: \"2\"");
        assertThat(json(back).get("version").asInt()).isEqualTo(3);
        assertThat(directory.configuration(slug)).isEqualTo(yaml(slug));
    }

    @Test
    void of_two_who_saw_the_same_version_the_second_is_told() {
        var slug = added();
        var address = "PUT " + ALL + "/" + slug + "/configuration";
        send(address, operating, yaml(slug).replace("#0b5394", "#00523c"), YAML, "If-Match: \"1\"");

        var red = yaml(slug).replace("#0b5394", "#7a1f1f");
        for (var other : List.of("\"1\"", "W/\"2\"", "*", "\"x\"")) {
            assertProblem(send(address, operating, red, YAML, "If-Match: " + other), 412, "version-outdated");
        }
        assertProblem(send(address, operating, red, YAML), 428, "version-needed");
        var back = "POST " + ALL + "/" + slug + "/rollback";
        assertProblem(send(back, operating, "{\"version\":1}", JSON, "If-Match: \"1\""), 412, "version-outdated");
        assertProblem(send(back, operating, "{\"version\":1}", JSON), 428, "version-needed");
        assertThat(directory.history(slug)).hasSize(2);
    }

    @Test
    void a_utility_is_closed_opened_and_put_away() {
        var slug = added();
        var one = ALL + "/" + slug;

        assertThat(state(send("POST " + one + "/suspend", operating, "{\"reason\":\"travaux\"}", JSON)))
                .isEqualTo("SUSPENDED");
        assertThat(state(send("POST " + one + "/suspend", operating, "")))
                .as("asked for twice, done once")
                .isEqualTo("SUSPENDED");
        assertThat(state(send("POST " + one + "/resume", operating, ""))).isEqualTo("READY");
        assertThat(state(send("POST " + one + "/archive", operating, "{\"reason\":\"partie\"}", JSON)))
                .isEqualTo("ARCHIVED");
        assertProblem(send("POST " + one + "/suspend", operating, ""), 409, "state-refused");
        assertProblem(send("POST " + one + "/migrate", operating, ""), 409, "state-refused");
        assertThat(directory.acts(slug, 10))
                .extracting(act -> act.action() + " " + act.detail())
                .containsExactly("archived partie", "ready ", "suspended travaux", "configured ");
    }

    @Test
    void limits_are_set_and_none_is_nothing() {
        var slug = added();
        var address = "PUT " + ALL + "/" + slug + "/limits";

        assertThat(json(send(address, operating, LIMITS.formatted(2), JSON))
                        .get("concurrentJobs")
                        .asInt())
                .isEqualTo(2);
        assertProblem(send(address, operating, LIMITS.formatted(0), JSON), 422, "limits-refused");
        assertThat(send(address, operating, "{}", JSON).status()).isIn(400, 422);
        assertThat(directory.get(slug).limits().mailsPerDay()).isEqualTo(9);
    }

    @Test
    void a_utility_is_deleted_in_two_steps_with_its_name() {
        var slug = added();
        var one = ALL + "/" + slug;
        assertProblem(asks(slug, "SIEGVO"), 409, "deletion-not-archived");
        send("POST " + one + "/archive", operating, "");
        assertProblem(asks(slug, "siegvo"), 422, "deletion-wrong-name");
        assertProblem(send("DELETE " + one + "?name=SIEGVO", administering, ""), 409, "deletion-not-asked-for");

        var asked = asks(slug, "SIEGVO");
        assertThat(asked.status()).isEqualTo(202);
        assertThat(json(asked).get("possibleAfter").asString()).endsWith("Z");
        assertProblem(send("DELETE " + one + "?name=SIEGVO", administering, ""), 409, "deletion-too-early");
        assertProblem(send("DELETE " + one + "?name=X", administering, ""), 422, "deletion-wrong-name");
        assertThat(send("DELETE " + one, administering, "").status()).isEqualTo(400);
        assertThat(send("DELETE " + one + "/deletion", administering, "").status())
                .isEqualTo(204);
        assertThat(directory.get(slug).deleteAfter()).isNull();
        assertThat(send("POST " + one + "/deletion", administering, "{}", JSON).status())
                .isEqualTo(400);
    }

    @Test
    void a_key_may_what_its_permission_says() {
        var slug = added();
        var one = ALL + "/" + slug;
        for (var act : List.of("suspend", "resume", "archive", "migrate")) {
            assertProblem(send("POST " + one + "/" + act, viewing, ""), 403, "permission-missing");
        }
        assertProblem(send("POST " + ALL, viewing, yaml(fresh()), YAML), 403, "permission-missing");
        assertProblem(
                send("PUT " + one + "/configuration", viewing, yaml(slug), YAML, "If-Match: \"1\""),
                403,
                "permission-missing");
        assertProblem(
                send("POST " + one + "/rollback", viewing, "{\"version\":1}", JSON, "If-Match: \"1\""),
                403,
                "permission-missing");
        assertProblem(send("PUT " + one + "/limits", viewing, LIMITS.formatted(2), JSON), 403, "permission-missing");
        assertProblem(
                send("POST " + one + "/deletion", operating, "{\"name\":\"SIEGVO\"}", JSON), 403, "permission-missing");
        assertProblem(send("DELETE " + one + "/deletion", operating, ""), 403, "permission-missing");
        assertProblem(send("DELETE " + one + "?name=SIEGVO", operating, ""), 403, "permission-missing");
        assertThat(directory.acts(slug, 10)).hasSize(1);
    }

    @Test
    void what_is_unknown_is_not_found() {
        for (var address : List.of("", "/configuration", "/configurations", "/configurations/1")) {
            assertProblem(
                    send("GET " + ALL + "/nobody" + address, viewing, ""), 404, "unknown-utility", "unknown-version");
        }
        for (var act : List.of("suspend", "resume", "archive", "migrate")) {
            assertProblem(send("POST " + ALL + "/nobody/" + act, operating, ""), 404, "unknown-utility");
        }
        var slug = added();
        assertProblem(send("GET " + ALL + "/" + slug + "/configurations/9", viewing, ""), 404, "unknown-version");
        assertThat(send("GET /api/operator/v1/nowhere", viewing, "").status()).isEqualTo(404);
        assertThat(send("GET /api/operator/v1/nowhere", viewing, "").header("Content-Type"))
                .contains("application/problem+json");
    }

    @Test
    void what_cannot_be_understood_is_a_problem_too() {
        var slug = added();
        var one = ALL + "/" + slug;
        var wrong = List.of(
                send("GET " + ALL + "?size=0", viewing, ""),
                send("GET " + ALL + "?size=10000", viewing, ""),
                send("GET " + ALL + "?page=0", viewing, ""),
                send("GET " + ALL + "?state=ASLEEP", viewing, ""),
                send("GET " + one + "/configurations/one", viewing, ""),
                send("POST " + one + "/suspend", operating, "{", JSON),
                send("POST " + one + "/rollback", operating, "[]", JSON, "If-Match: \"1\""));
        assertThat(wrong).allSatisfy(answer -> assertIsProblem(answer, 400));
        assertThat(json(wrong.get(1)).get("detail").asString()).isEqualTo("size must be less than or equal to 200");
        assertThat(json(send("PUT " + one + "/limits", operating, "{\"mailsPerDay\":\"many\"}", JSON))
                        .get("detail")
                        .asString())
                .contains("many");
        assertIsProblem(send("POST " + ALL, operating, "{}", JSON), 415);
        assertIsProblem(send("PATCH " + one, operating, "", JSON), 405);
        assertIsProblem(send("PUT " + one, operating, "", JSON), 405);
        assertIsProblem(send("POST " + ALL, operating, "x".repeat(256 * 1024 + 1), YAML), 413);
        assertThat(directory.acts(slug, 10)).hasSize(1);
    }

    @Test
    void keys_that_open_nothing_have_one_answer() {
        var paul = new TestOperators(beans).signedIn(Permission.OPERATE);
        var revoked = keys.create(paul, wish("revoked", Permission.VIEW), TestOperators.PASSWORD);
        keys.revoke(paul, keys.of(paul).getFirst().id());
        var left = keys.create(paul, wish("left", Permission.VIEW), TestOperators.PASSWORD);
        assertThat(send("GET " + ALL, left, "").status()).isEqualTo(200);
        operators.revoke(new TestOperators(beans).signedIn(Permission.ADMINISTER), paul.id());

        var answers = new ArrayList<RawHttp.Answer>();
        for (var key : List.of(revoked, left, "ondk_" + "x".repeat(43), "x")) {
            answers.add(send("GET " + ALL, key, ""));
        }
        answers.add(http.get(CONSOLE, ALL));
        answers.add(http.get(CONSOLE, ALL, "Authorization: Basic " + viewing));
        answers.add(http.get(CONSOLE, ALL, "Authorization: Bearer " + viewing, "Authorization: Bearer " + viewing));
        assertThat(answers).allSatisfy(answer -> {
            assertProblem(answer, 401, "key-refused");
            assertThat(answer.header("WWW-Authenticate").orElse("")).startsWith("Bearer");
            assertThat(answer.body()).isEqualTo(answers.getFirst().body());
            assertThat(answer.headers("Set-Cookie")).isEmpty();
        });
    }

    @Test
    void a_browsers_session_is_nothing_to_programs_doors() {
        var anne = new TestOperators(beans).come(Permission.ADMINISTER);
        try (var visit = Visit.atConsole(port, Visit.DESK, com.microsoft.playwright.options.ColorScheme.LIGHT)) {
            ConsolePages.signIn(visit.open("/console/connexion"), anne, beans);
            var cookie = "Cookie: session="
                    + visit.page().context().cookies().stream()
                            .filter(kept -> kept.name.equals("session"))
                            .findFirst()
                            .orElseThrow()
                            .value;
            assertThat(http.get(CONSOLE, "/console", cookie).status()).isEqualTo(200);

            assertThat(http.get(CONSOLE, ALL, cookie).status()).isEqualTo(401);
            assertThat(http.get(CONSOLE, "/api/operator/v1/openapi.json", cookie)
                            .status())
                    .isEqualTo(401);
            for (var evasion :
                    List.of("/%61pi/operator/v1/utilities", "/api/./operator/v1/utilities", "/api/operator%2fv1")) {
                assertThat(http.get(CONSOLE, evasion, cookie).status())
                        .as(evasion)
                        .isIn(400, 401, 404);
            }
        }
        assertThat(send("GET " + ALL, viewing, "").headers("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console", "/console/operateurs", "/console/mon-compte"})
    void a_key_opens_no_page(String page) {
        assertThat(send("GET " + page, administering, "").status()).isEqualTo(302);
    }

    @Test
    void every_answer_carries_the_protective_headers() {
        for (var answer : List.of(
                send("GET " + ALL, viewing, ""),
                send("GET " + ALL, "x", ""),
                send("GET " + ALL + "/nobody", viewing, ""))) {
            assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.header("Content-Security-Policy"))
                    .contains("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
            assertThat(answer.header("Cache-Control").orElse("")).contains("no-store");
        }
    }

    @Test
    void the_document_has_every_route_and_no_other() {
        var document = json(send("GET /api/operator/v1/openapi.json", viewing, ""));

        assertThat(document.at("/paths/~1api~1operator~1v1~1utilities/post/responses")
                        .propertyNames())
                .contains("201")
                .doesNotContain("200");
        assertThat(document.get("openapi").asString()).startsWith("3.1");
        var told = new ArrayList<String>();
        document.get("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> told.add(method.toUpperCase() + " " + path.getKey())));
        var there = endpoints.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/operator/") && !path.contains("openapi"))
                        .flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + path)))
                .toList();
        assertThat(there).hasSizeGreaterThan(15);
        assertThat(told).containsExactlyInAnyOrderElementsOf(there);
        assertThat(document.at("/paths/~1api~1operator~1v1~1utilities~1{slug}~1configuration/put/parameters")
                        .valueStream()
                        .map(parameter -> parameter.get("name").asString()))
                .containsExactlyInAnyOrder("slug", "reason", "dry-run", "If-Match");
        assertThat(document.at("/paths/~1api~1operator~1v1~1utilities/post/requestBody/content")
                        .has("application/yaml"))
                .isTrue();
        assertThat(document.at("/components/securitySchemes/key/scheme").asString())
                .isEqualTo("bearer");
    }

    private RawHttp.Answer asks(String slug, String name) {
        return send("POST " + ALL + "/" + slug + "/deletion", administering, "{\"name\":\"" + name + "\"}", JSON);
    }

    private RawHttp.Answer send(String line, String key, String body, String... headers) {
        var all = new ArrayList<>(List.of(headers));
        all.add("Authorization: Bearer " + key);
        return http.send(line + " HTTP/1.1", CONSOLE, body, all.toArray(String[]::new));
    }

    private String added() {
        var slug = fresh();
        assertThat(send("POST " + ALL, operating, yaml(slug), YAML).status()).isEqualTo(201);
        return slug;
    }

    private static String state(RawHttp.Answer answer) {
        return json(answer).get("state").asString();
    }

    private static void assertProblem(RawHttp.Answer answer, int status, String... names) {
        assertIsProblem(answer, status);
        assertThat(json(answer).get("type").asString().replace("urn:ondine:problem:", ""))
                .isIn((Object[]) names);
        assertThat(json(answer).get("detail").asString()).isNotBlank();
        assertThat(json(answer).get("instance").asString()).startsWith("/api/operator/v1/");
    }

    private static void assertIsProblem(RawHttp.Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(json(answer).get("status").asInt()).isEqualTo(status);
        assertThat(json(answer).get("title").asString()).isNotBlank();
    }

    private static JsonNode json(RawHttp.Answer answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static KeyWish wish(String name, Permission permission) {
        return new KeyWish(name, permission, Duration.ofDays(30));
    }

    private static String fresh() {
        return "p" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    private static String yaml(String slug) {
        return Utilities.like(Utilities.SIEGVO, slug);
    }
}
