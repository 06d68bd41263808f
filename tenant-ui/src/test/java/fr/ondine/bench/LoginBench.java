package fr.ondine.bench;

import de.mkammerer.argon2.Argon2;
import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import fr.ondine.bench.BenchPortal.Reader;
import fr.ondine.bench.Load.Result;
import fr.ondine.journeys.RawHttp;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/**
 * People who sign in by the form of the portal, each in the browser that they always use, beside the floor of the same run: the password's hash alone, by the
 * fastest Argon2id that is known for the JVM, with the same parameters and on as many threads. Then programs: tokens that
 * are renewed, and readings that are pushed.
 */
public final class LoginBench {

    private static final String PASSWORD = "trois chevaux gris";
    private static final int PEOPLE = 200;
    private static final int THREADS = 4;
    private static final int WARM_SECONDS = 25;

    /** A server that has served for an hour is what is measured, not the JVM's compiler: so many sign-ins take a minute. */
    private static final int COMPILED_SECONDS = 60;

    private static final int SECONDS = 20;
    private static final int ROUNDS = 3;
    private static final int TURNS = 4;
    private static final int TURN_SECONDS = 5;
    private static final int FOUND = 302;
    private static final double LEAST_RATIO = 0.85;

    private final Argon2 argon = Argon2Factory.create(Argon2Types.ARGON2id);
    private final String hash = argon.hash(2, 19_456, 1, PASSWORD.toCharArray());
    private final BenchPortal portal;
    private final RawHttp http;
    private final List<Reader> people;
    private final ProgramLoad programs;
    private final Map<Reader, String> browsers = new ConcurrentHashMap<>();

    private LoginBench(BenchPortal portal) {
        this.portal = portal;
        this.http = new RawHttp(portal.port());
        this.people = portal.readers(PEOPLE);
        this.programs = new ProgramLoad(portal, people, THREADS);
    }

    public static void main(String[] arguments) throws IOException {
        var bars = new Bars("login");
        try (var portal = BenchPortal.start()) {
            bars.atLeast("ratio", LEAST_RATIO, new LoginBench(portal).run());
        }
        bars.end();
    }

    /** The median of the rounds' ratios. */
    private double run() {
        var ratios = new ArrayList<Double>();
        var others = warm();
        programs.refreshes(WARM_SECONDS);
        programs.readings();
        for (var round = 0; round < ROUNDS; round++) {
            var floor = new ArrayList<Result>();
            var ours = new ArrayList<Result>();
            for (var turn = 0; turn < TURNS; turn++) { // in turn, so that a busy moment meets both
                floor.add(new Load(THREADS, TURN_SECONDS).run(number -> argon.verify(hash, PASSWORD.toCharArray())));
                ours.add(new Load(THREADS, TURN_SECONDS).run(this::signIn));
            }
            var ratio = mean(ours, Result::rate) / mean(floor, Result::rate);
            ratios.add(ratio);
            System.out.println(String.format(
                    Locale.ROOT,
                    "{\"bench\":\"login\",\"signins_per_s\":%.1f,\"argon2_per_s\":%.1f,\"ratio\":%.2f,\"p50_ms\":%.0f,"
                            + "\"p99_ms\":%.0f,\"without_hash_per_s\":%.0f,\"refreshes_per_s\":%.1f,"
                            + "\"readings_per_s\":%.0f}",
                    mean(ours, Result::rate),
                    mean(floor, Result::rate),
                    ratio,
                    mean(ours, Result::p50),
                    mean(ours, Result::p99),
                    others,
                    programs.refreshes(SECONDS),
                    programs.readings()));
        }
        return Seconds.median(ratios, ratio -> ratio);
    }

    private static double mean(List<Result> turns, ToDoubleFunction<Result> figure) {
        return turns.stream().mapToDouble(figure).average().orElseThrow();
    }

    /** A hash that costs nothing lets all else of a sign-in be compiled soon; then it tells what all else costs. */
    private double warm() {
        portal.haveAll("{argon2id}" + argon.hash(1, 64, 1, PASSWORD.toCharArray()));
        new Load(THREADS, COMPILED_SECONDS).run(this::signIn);
        var others = new Load(THREADS, WARM_SECONDS).run(this::signIn);
        portal.haveAll("{argon2id}" + hash);
        new Load(THREADS, WARM_SECONDS).run(this::signIn);
        return others.rate();
    }

    private void signIn(int number) {
        var reader = people.get(Math.floorMod(number, people.size()));
        var answer = http.post(
                BenchPortal.HOST,
                "/connexion",
                "email=" + reader.user().value() + "%40exemple.fr&password=" + PASSWORD.replace(' ', '+'),
                "Content-Type: application/x-www-form-urlencoded",
                "Cookie: " + browsers.getOrDefault(reader, "none=none"),
                "User-Agent: bench");
        var to = answer.header("Location").orElse("");
        if (answer.status() != FOUND || !to.endsWith("/tableau-de-bord")) {
            throw new IllegalStateException("nobody was signed in: " + answer.status() + " " + to);
        }
        answer.headers("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("browser="))
                .forEach(cookie -> browsers.put(reader, cookie.split(";")[0]));
    }
}
