package fr.ondine.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.context.WebApplicationContext;

/**
 * The jar, which starts with the beans that the build wrote down, answers at every door what the application answers that
 * works its beans out itself: the test's own. A new page is in it by itself.
 */
@IsolationTest
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreparedPagesTests {

    private static final String BROKEN =
            ResourceBundle.getBundle("fr.ondine.ui.messages", Locale.FRENCH).getString("shell.error.failure.title");

    private static final Set<Role> PROGRAMS = EnumSet.of(Role.PROGRAM, Role.MACHINE, Role.APPLICATION);

    @TempDir
    static Path folder;

    @LocalServerPort
    int port;

    @Autowired
    WebApplicationContext application;

    private final Switch nowhere = new Switch();
    private final CountedMails mails = new CountedMails();
    private Wire own;
    private Wire prepared;
    private Node node;
    private Marked home;
    private List<Door> doors;

    @BeforeAll
    void the_jar_and_a_utility_full_of_marks() throws IOException {
        PreparedJarTests.assertWrittenDown();
        var settings = Node.settings(nowhere, mails);
        settings.put("ondine.portal.port", Integer.toString(port)); // whose issuer gave the tokens
        settings.put("ondine.jobs.enabled", "false");
        settings.put("ondine.provider.refusals-per-address", "100000");
        node = Node.start("prepared", settings, folder);
        own = new Wire(port);
        home = Marking.of(application, own, 1).getFirst();
        doors = new Doors(application).all();
        node.awaitReady();
        prepared = new Wire(node.port());
    }

    @AfterAll
    void end() {
        if (node != null) {
            node.kill();
        }
        nowhere.close();
        mails.close();
    }

    @Test
    void the_beans_are_those_that_the_build_wrote_down() {
        assertThat(node.said()).contains("Starting AOT-processed OndineApplication");
    }

    @ParameterizedTest
    @EnumSource
    void every_door_answers_as_without_it(Role role) {
        var asked = doors.stream()
                .filter(door -> door.method().equals("GET") && role.asks(door) && isAtThePortalOfBoth(door))
                .filter(door -> door.isOfOperators() == (role == Role.OPERATOR || role == Role.PROGRAM))
                .toList();
        assertThat(asked).hasSizeGreaterThan(PROGRAMS.contains(role) ? 4 : 10);
        assertThat(asked)
                .allSatisfy(door -> assertThat(seen(prepared, door, role))
                        .as("%s %s", role, door)
                        .isEqualTo(seen(own, door, role))
                        .noneMatch(Seen::broken));
    }

    /** The provider is at the issuer's port alone, probes have a port of their own at the jar, and it has nothing of tests. */
    private static boolean isAtThePortalOfBoth(Door door) {
        return !door.isOfTheProvider()
                && !door.template().startsWith("/actuator")
                && !door.template().equals(LeakingRoute.ADDRESS);
    }

    /** What an answer is, without what differs at each: keys, numbers of nodes, whole addresses. */
    private record Seen(int status, String to, boolean content, List<String> marks, boolean broken) {}

    private List<Seen> seen(Wire wire, Door door, Role role) {
        var host = door.isOfOperators() ? MarkedOperator.HOST : home.host();
        return new Knock(role.over(wire, home))
                .at(door, host, role.cookies(home), home, home).stream()
                        .map(answer -> new Seen(
                                answer.status(),
                                answer.header("Location").replaceAll("^https?://[^/]*|\\?.*", ""),
                                answer.text().contains("\"changes\":[{"),
                                Stream.concat(
                                                home.marks().stream(),
                                                Stream.of(home.operator().email()))
                                        .filter(answer.text()::contains)
                                        .toList(),
                                answer.text().contains(BROKEN)))
                        .toList();
    }
}
