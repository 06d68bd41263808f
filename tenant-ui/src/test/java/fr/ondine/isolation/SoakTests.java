package fr.ondine.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Fifty people at ten utilities at once, through everything there is between the socket and the row. */
@IsolationTest
class SoakTests {

    private static final int PEOPLE = 50;
    private static final int UTILITIES = 10;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @Test
    void nobody_sees_anothers_mark() throws Exception {
        soak(Duration.ofSeconds(2));
    }

    @Test
    @Tag("long")
    void nobody_sees_anothers_mark_for_minutes() throws Exception {
        soak(Duration.ofMinutes(4));
    }

    private void soak(Duration length) throws Exception {
        var wire = new Wire(port);
        var utilities = Marking.of(application, wire, UTILITIES);
        var end = System.nanoTime() + length.toNanos();
        try (var people = Executors.newFixedThreadPool(PEOPLE)) {
            Callable<Long> person = () -> {
                var visits = 0L;
                while (System.nanoTime() < end) {
                    visit(wire, utilities);
                    visits++;
                }
                return visits;
            };
            var done = new ArrayList<Long>();
            for (var visits :
                    people.invokeAll(Stream.generate(() -> person).limit(PEOPLE).toList())) {
                done.add(visits.get());
            }
            assertThat(done).as("everybody got on").allMatch(visits -> visits > 0);
        }
    }

    private static void visit(Wire wire, List<Marked> utilities) {
        var random = ThreadLocalRandom.current();
        var here = utilities.get(random.nextInt(utilities.size()));
        var there = utilities.get(random.nextInt(utilities.size()));
        switch (random.nextInt(12)) {
            case 0 -> seen(new Pages(wire).open(here.host(), "/mon-compte", here.session()), here, utilities);
            case 1 -> seen(new Pages(wire).open(here.host(), "/factures", here.session()), here, utilities);
            case 2, 3, 4 ->
                seen(List.of(file(wire, here, "/factures/" + here.ids().get("invoice") + ".pdf")), here, utilities);
            case 5, 6, 7 -> seen(List.of(file(wire, here, csv(here))), here, utilities);
            case 8, 9 ->
                notSeen(wire.send(Asked.get(here.host(), csv(here)).cookies(there.session())), here, there, utilities);
            default -> notSeen(wire.send(Asked.get(here.host(), "/")), here, here, utilities);
        }
    }

    private static String csv(Marked utility) {
        return "/consommations.csv?contrat=" + utility.ids().get("agreement");
    }

    private static Answer file(Wire wire, Marked here, String address) {
        return wire.send(Asked.get(here.host(), address).cookies(here.session()));
    }

    private static void seen(List<Answer> answers, Marked here, List<Marked> utilities) {
        assertThat(answers.getLast().text()).contains(here.kept());
        answers.forEach(answer -> assertThat(answer.text()).doesNotContain(ofOthers(here, utilities)));
    }

    private static void notSeen(Answer answer, Marked here, Marked whose, List<Marked> utilities) {
        assertThat(answer.status()).isIn(200, 302);
        assertThat(answer.text()).doesNotContain(ofOthers(here, utilities));
        if (!whose.equals(here)
                || answer.status() == 200 && answer.header("Content-Type").startsWith("text/html")) {
            assertThat(answer.text()).doesNotContain(here.kept());
        }
    }

    private static List<String> ofOthers(Marked here, List<Marked> utilities) {
        return utilities.stream()
                .filter(utility -> !utility.equals(here))
                .flatMap(utility -> utility.marks().stream())
                .toList();
    }
}
