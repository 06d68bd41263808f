package fr.ondine.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.ondine.platform.fleet.AuditedAct;
import fr.ondine.platform.operators.CurrentOperator;
import fr.ondine.platform.operators.KeyWish;
import fr.ondine.platform.operators.OperatorKeys;
import fr.ondine.platform.operators.Permission;
import fr.ondine.testing.TestOperators;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program takes a utility to another PostgreSQL and deletes what it left; every way in which it cannot. */
class MoveApiTests extends TwoDatabases {

    private static final String ALL = "/api/operator/v1/utilities";
    private static final String JSON = "Content-Type: application/json";
    private static final String LINES = "Accept: application/x-ndjson";

    private static CurrentOperator anne;
    private static String administering;
    private static String operating;

    @Autowired
    OperatorKeys keys;

    @BeforeEach
    void a_utility_and_keys() {
        if (anne == null) {
            anne = new TestOperators(beans).signedIn(Permission.ADMINISTER);
            administering = key(Permission.ADMINISTER);
            operating = key(Permission.OPERATE);
        }
        fleet.add(yaml(), "operator:test");
    }

    @Test
    void a_utility_goes_and_tells_how_far_it_is_and_comes_back_when_what_it_left_is_deleted() {
        var gone = move(administering, SECOND, LINES);

        assertThat(gone.status()).isEqualTo(200);
        assertThat(gone.header("Content-Type").orElse("")).startsWith("application/x-ndjson");
        var lines = gone.body().lines().map(MoveApiTests::json).toList();
        assertThat(lines.getFirst().get("step").asString()).isEqualTo("announced");
        assertThat(lines)
                .extracting(line -> line.path("step").asString(""))
                .contains("user_account", "arrived", "switched");
        assertThat(lines.getLast().at("/report/to").asString()).isEqualTo(SECOND);
        assertThat(lines.getLast().at("/report/tables").asInt()).isGreaterThan(10);
        livesOn(SECOND);
        keepsOn("main");

        assertProblem(move(administering, "main"), 409, "transfer-move-older-copy");
        assertProblem(delete("main", "siegvo"), 422, "deletion-wrong-name");
        keepsOn("main");
        assertThat(delete("main", "SIEGVO").status()).isEqualTo(204);
        assertThat(delete("main", "SIEGVO").status())
                .as("asked for twice, done once")
                .isEqualTo(204);
        keepsOn();

        var back = move(administering, "main");
        assertThat(back.status()).as(back.text()).isEqualTo(200);
        assertThat(json(back.body()).get("from").asString()).isEqualTo(SECOND);
        livesOn("main");
        keepsOn(SECOND);
        writtenDown();
    }

    private void livesOn(String cluster) {
        assertThat(json(send("GET " + one(), administering, "").body())
                        .get("cluster")
                        .asString())
                .isEqualTo(cluster);
        assertThat(new RawHttp(port).get(slug + ".localhost", "/").status()).isEqualTo(200);
    }

    private void keepsOn(String... clusters) {
        var kept = json(send("GET " + one() + "/kept", administering, "").body());
        assertThat(kept.valueStream().map(JsonNode::asString)).containsExactly(clusters);
    }

    private void writtenDown() {
        assertThat(directory.acts(slug, 9))
                .filteredOn(act -> !act.action().equals("configured"))
                .extracting(AuditedAct::action, AuditedAct::detail, AuditedAct::actor)
                .containsExactly(
                        row("moved", "second to main"),
                        row("move begun", "second to main"),
                        row("old copy deleted", "main"),
                        row("moved", "main to second"),
                        row("move begun", "main to second"));
    }

    private static Tuple row(String action, String detail) {
        return tuple(action, detail, anne.actor() + " key:ADMINISTER");
    }

    @Test
    void what_makes_no_sense_is_a_problem_also_for_who_wants_lines() {
        assertProblem(move(administering, "third"), 422, "transfer-move-unknown-cluster");
        assertProblem(move(administering, "third", LINES), 422, "transfer-move-unknown-cluster");
        assertProblem(move(administering, "main"), 409, "transfer-move-already-there");
        assertProblem(delete("main", "SIEGVO"), 409, "transfer-move-lives-there");
        assertProblem(delete("third", "SIEGVO"), 422, "transfer-move-unknown-cluster");
        fleet.archive(slug, "operator:test", "left");
        assertProblem(move(administering, SECOND), 409, "transfer-move-not-in-service");
        assertProblem(send("POST " + ALL + "/nobody/move", administering, to(SECOND), JSON), 404, "unknown-utility");
        assertProblem(send("GET " + ALL + "/nobody/kept", administering, ""), 404, "unknown-utility");
        assertThat(send("POST " + one() + "/move", administering, "{}", JSON).status())
                .isEqualTo(400);
        assertThat(send("DELETE " + one() + "/kept/main", administering, "").status())
                .isEqualTo(400);
        assertThat(directory.acts(slug, 9)).extracting(AuditedAct::action).containsExactly("archived", "configured");
    }

    @Test
    void only_who_administers_moves_utilities() {
        assertProblem(move(operating, SECOND), 403, "permission-missing");
        assertProblem(move(operating, SECOND, LINES), 403, "permission-missing");
        assertProblem(send("GET " + one() + "/kept", operating, ""), 403, "permission-missing");
        assertProblem(send("DELETE " + one() + "/kept/main?name=SIEGVO", operating, ""), 403, "permission-missing");
        assertThat(directory.get(slug).cluster()).isEqualTo("main");
        assertThat(directory.acts(slug, 9)).hasSize(1);
    }

    @Test
    void the_document_says_that_a_move_answers_once_or_line_by_line() {
        var document = json(
                send("GET /api/operator/v1/openapi.json", administering, "").body());

        var move = document.at("/paths/~1api~1operator~1v1~1utilities~1{slug}~1move/post");
        assertThat(move.at("/responses/200/content").propertyNames())
                .containsExactlyInAnyOrder("application/json", "application/x-ndjson");
        assertThat(document.at("/components/schemas/MoveReport/properties").propertyNames())
                .contains("from", "to", "rows", "readOnlyMilliseconds");
        assertThat(document.at("/components/schemas/UtilitySummary/properties").propertyNames())
                .contains("cluster", "movingTo");
    }

    private RawHttp.Answer move(String key, String to, String... headers) {
        var all = new ArrayList<>(List.of(headers));
        all.add(JSON);
        return send("POST " + one() + "/move", key, to(to), all.toArray(String[]::new));
    }

    private RawHttp.Answer delete(String cluster, String name) {
        return send("DELETE " + one() + "/kept/" + cluster + "?name=" + name, administering, "");
    }

    private RawHttp.Answer send(String line, String key, String body, String... headers) {
        var all = new ArrayList<>(List.of(headers));
        all.add("Authorization: Bearer " + key);
        return new RawHttp(port).send(line + " HTTP/1.1", "console.localhost", body, all.toArray(String[]::new));
    }

    private static void assertProblem(RawHttp.Answer answer, int status, String name) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type").orElse("")).startsWith("application/problem+json");
        var problem = json(answer.body());
        assertThat(problem.get("type").asString()).isEqualTo("urn:ondine:problem:" + name);
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(problem.get("detail").asString()).isNotBlank();
    }

    private String key(Permission permission) {
        return keys.create(anne, new KeyWish(permission.name(), permission, Duration.ofDays(1)), PASSWORD);
    }

    private String one() {
        return ALL + "/" + slug;
    }

    private static String to(String cluster) {
        return "{\"cluster\":\"" + cluster + "\"}";
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
