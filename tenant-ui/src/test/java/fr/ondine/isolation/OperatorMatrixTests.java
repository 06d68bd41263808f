package fr.ondine.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.context.WebApplicationContext;

/**
 * An operator at a utility's host, and a utility's people at the console's: everywhere they are answered like somebody
 * who is not signed in. A new route is in it by itself.
 */
@IsolationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperatorMatrixTests {

    @LocalServerPort
    int port;

    @Autowired
    WebApplicationContext application;

    private Wire wire;
    private Marked one;
    private Marked other;
    private List<Door> doors;

    @BeforeAll
    void two_utilities_full_of_marks_and_an_operator() {
        wire = new Wire(port);
        var utilities = Marking.of(application, wire, 2);
        one = utilities.getFirst();
        other = utilities.getLast();
        doors = new Doors(application).all();
    }

    @Test
    void an_operator_does_see_the_marks_at_the_console() {
        assertThat(seenAtConsole(Role.OPERATOR))
                .contains(
                        "GET /console",
                        "GET /console/operateurs",
                        "GET /console/collectivites/{slug}",
                        "GET /console/collectivites/{slug}/configuration")
                .noneMatch(door -> door.contains("/api/"));
        assertThat(seenAtConsole(Role.PROGRAM))
                .contains("GET /api/operator/v1/utilities/{slug}")
                .allMatch(door -> door.contains("/api/"));
    }

    @ParameterizedTest
    @EnumSource(names = {"OPERATOR", "PROGRAM"})
    void an_operator_is_nobody_at_a_utility(Role role) {
        unchanged(() -> assertThat(doors)
                .allSatisfy(door -> assertThat(outcomes(door, role, one.host()))
                        .as(door.toString())
                        .isEqualTo(outcomes(door, Role.NONE, one.host()))));
    }

    @ParameterizedTest
    @MethodSource("signedIn")
    void whoever_is_signed_in_at_a_utility_is_nobody_at_the_console(Role role) {
        unchanged(() -> assertThat(ofOperators()).hasSizeGreaterThan(30).allSatisfy(door -> {
            var answers = answers(door, role, MarkedOperator.HOST);
            assertThat(outcomes(answers)).as(door.toString()).isEqualTo(outcomes(door, Role.NONE, MarkedOperator.HOST));
            assertThat(answers)
                    .as(door.toString())
                    .allSatisfy(answer -> assertThat(answer.text()).doesNotContain(marks()));
            if (door.isOfPrograms()) {
                assertThat(answers)
                        .as(door.toString())
                        .extracting(Answer::status)
                        .containsOnly(401);
            }
        }));
    }

    @ParameterizedTest
    @MethodSource("fr.ondine.isolation.Role#attackers")
    void nothing_of_operators_is_at_a_utilitys_host(Role role) {
        unchanged(() -> assertThat(ofOperators()).allSatisfy(door -> {
            var answers = answers(door, role, one.host());
            assertThat(answers.getFirst().status()).as(door.toString()).isEqualTo(404);
            assertThat(answers)
                    .as(door.toString())
                    .allSatisfy(answer -> assertThat(answer.text())
                            .doesNotContain(one.operator().email())
                            .doesNotContain(other.marks()));
        }));
    }

    static Stream<Role> signedIn() {
        return Role.attackers().filter(EnumSet.range(Role.SUBSCRIBER, Role.ADMINISTRATOR)::contains);
    }

    private List<String> seenAtConsole(Role role) {
        return ofOperators().stream()
                .filter(door -> door.method().equals("GET"))
                .filter(door -> answers(door, role, MarkedOperator.HOST).stream()
                        .anyMatch(answer -> marks().stream().anyMatch(answer.text()::contains)))
                .map(Door::toString)
                .toList();
    }

    /** What operators see, and nobody else at the console. */
    private List<String> marks() {
        return Stream.of(one.marks(), other.marks(), List.of(one.operator().email()))
                .flatMap(List::stream)
                .toList();
    }

    private List<Door> ofOperators() {
        return doors.stream().filter(Door::isOfOperators).toList();
    }

    private List<Answer> answers(Door door, Role role, String host) {
        return new Knock(role.over(wire, one)).at(door, host, role.cookies(one), one, other);
    }

    private List<Tuple> outcomes(Door door, Role role, String host) {
        return outcomes(answers(door, role, host));
    }

    /** Where to without its query, which tells also how often a sign-in was tried before. */
    private static List<Tuple> outcomes(List<Answer> answers) {
        return answers.stream()
                .map(answer -> tuple(answer.status(), answer.header("Location").replaceAll("\\?.*", "")))
                .toList();
    }

    private static void unchanged(Runnable attack) {
        var before = PlatformRows.digest();
        attack.run();
        assertThat(PlatformRows.digest()).isEqualTo(before);
    }
}
