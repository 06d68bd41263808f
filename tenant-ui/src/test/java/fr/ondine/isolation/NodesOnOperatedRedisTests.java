package fr.ondine.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Two processes of production on a Redis of several servers, of which one dies: by the settings of the handbook, and nothing else. */
@IsolationTest
@Tag("long")
class NodesOnOperatedRedisTests {

    /** So many that some lie on each server of a Cluster. */
    private static final int SESSIONS = 8;

    @TempDir
    Path folder;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @Test
    void two_work_as_one_and_sessions_go_on_where_a_sentinel_puts_the_replica_in_the_place_of_the_master()
            throws IOException {
        try (var redis = OperatedRedis.watched(folder)) {
            goOnWithoutTheFirst(redis, "watched");
        }
    }

    @Test
    void two_work_as_one_and_sessions_go_on_where_a_cluster_loses_a_master() throws IOException {
        try (var redis = OperatedRedis.cluster(folder)) {
            goOnWithoutTheFirst(redis, "cluster");
        }
    }

    private void goOnWithoutTheFirst(OperatedRedis redis, String kind) {
        var utility = Marking.of(application, new Wire(port), 1).getFirst();
        try (var door = new Switch();
                var mails = new CountedMails()) {
            var settings = Node.settings(door, mails);
            settings.keySet().removeIf(name -> name.startsWith("spring.data.redis."));
            settings.putAll(redis.settings());
            var first = Node.start("first", settings, folder);
            var second = Node.start("second", settings, folder);
            try {
                first.awaitReady();
                second.awaitReady();
                var both = new TwoNodes(first, second, utility, application, mails);
                both.showWhatIsPutInForce();
                both.doEachJobOnce(kind);
                var sessions = new ArrayList<String>();
                for (var number = 0; number < SESSIONS; number++) {
                    sessions.add(signedIn(first, utility));
                }
                assertSignedIn(second, utility, sessions);
                first.kill();

                redis.killFirst();

                await().atMost(Duration.ofSeconds(40))
                        .pollInterval(Duration.ofMillis(500))
                        .untilAsserted(() -> assertSignedIn(second, utility, sessions));
                assertSignedIn(second, utility, List.of(signedIn(second, utility)));
            } finally {
                first.kill();
                second.kill();
            }
        }
    }

    private static String signedIn(Node node, Marked utility) {
        var answer = node.send(Asked.form(
                utility.host(),
                "/connexion",
                "email=" + utility.email() + "&password=" + Marked.PASSWORD.replace(' ', '+')));
        assertThat(answer.header("Location")).as(answer.text()).endsWith("/tableau-de-bord");
        return answer.cookies();
    }

    private static void assertSignedIn(Node node, Marked utility, List<String> sessions) {
        assertThat(sessions)
                .allSatisfy(session -> assertThat(node.send(Asked.get(utility.host(), "/tableau-de-bord")
                                        .cookies(session))
                                .status())
                        .isEqualTo(200));
    }
}
