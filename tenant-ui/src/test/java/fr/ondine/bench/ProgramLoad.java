package fr.ondine.bench;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import fr.ondine.bench.BenchPortal.Reader;
import fr.ondine.journeys.Program;
import fr.ondine.journeys.RawHttp;
import fr.ondine.platform.provider.ClientKind;
import fr.ondine.platform.provider.ClientScope;
import fr.ondine.platform.provider.ClientWish;
import fr.ondine.platform.provider.ProviderClients;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.testing.ProvenStaff;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Programs of a utility at its provider: tokens that are renewed, and readings that are pushed ten thousand at a time. They
 * show who they are by a key: a secret would have a hash of a password measured once more.
 */
final class ProgramLoad {

    private static final int METERS = 500;
    private static final int DAYS = 20;

    /** An invoice that came by import has billed three weeks after its period. */
    private static final int BILLED_DAYS = 25;

    private static final int OK = 200;

    private final BenchPortal portal;
    private final ECKey key = key();
    private final Program application;
    private final String[] tokens;
    private final Program machine;
    private final List<Meter> meters;
    private int pushed;

    /** A meter and its last reading. */
    private record Meter(String serial, LocalDate day, long litres) {}

    ProgramLoad(BenchPortal portal, List<Reader> people, int threads) {
        this.portal = portal;
        this.application = register(ClientKind.APPLICATION, List.of(Program.BACK));
        this.tokens = IntStream.range(0, threads)
                .mapToObj(at -> begun(people.get(at)))
                .toArray(String[]::new);
        this.machine = register(ClientKind.MACHINE, List.of());
        this.meters = meters();
    }

    /** Renewals a second, each of the token that the one before gave, on so many threads. */
    double refreshes(int seconds) {
        return new Load(tokens.length, seconds)
                .run(number -> renew(number % tokens.length))
                .rate();
    }

    /** Readings a second, of one program that sends a call of ten thousand. */
    double readings() {
        var from = pushed;
        pushed += DAYS;
        var lines = meters.stream()
                .flatMap(meter -> IntStream.range(from, from + DAYS).mapToObj(day -> line(meter, day + BILLED_DAYS)))
                .collect(Collectors.joining(",", "{\"readings\":[", "]}"));
        var pushing = Program.text(
                token(machine, Map.of("grant_type", "client_credentials", "scope", "readings:write")), "access_token");
        var begun = System.nanoTime();
        var answer = new RawHttp(portal.port())
                .post(
                        BenchPortal.HOST,
                        "/api/v1/readings",
                        lines,
                        "Content-Type: application/json",
                        "Authorization: Bearer " + pushing,
                        "Idempotency-Key: " + UUID.randomUUID());
        var seconds = (System.nanoTime() - begun) / 1e9;
        var sent = meters.size() * DAYS;
        if (answer.status() != OK || Program.json(answer).get("kept").asInt() != sent) {
            throw new IllegalStateException("not all were kept: "
                    + answer.text().substring(0, Math.min(1_000, answer.text().length())));
        }
        return sent / seconds;
    }

    private void renew(int at) {
        tokens[at] = renewed(token(application, Map.of("grant_type", "refresh_token", "refresh_token", tokens[at])));
    }

    private String begun(Reader reader) {
        var session = Base64.getEncoder().encodeToString(reader.session().getBytes(StandardCharsets.UTF_8));
        var code = application.code("openid email", "session=" + session);
        return renewed(token(
                application,
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        Program.BACK,
                        "code_verifier",
                        Program.VERIFIER)));
    }

    private RawHttp.Answer token(Program program, Map<String, String> form) {
        var soon = portal.application().getBean(Clock.class).instant().plusSeconds(60);
        return program.postSigned("/oauth2/token", form, program.assertion(key, program.issuer(), soon));
    }

    private static String renewed(RawHttp.Answer answer) {
        if (answer.status() != OK) {
            throw new IllegalStateException(answer.text());
        }
        return Program.text(answer, "refresh_token");
    }

    private static String line(Meter meter, int later) {
        return "{\"meter\":\"%s\",\"readOn\":\"%s\",\"litres\":%d}"
                .formatted(meter.serial(), meter.day().plusDays(later), meter.litres() + 100L * later);
    }

    private List<Meter> meters() {
        var found = BenchPortal.as(() -> portal.application()
                .getBean(TransactionTemplate.class)
                .execute(status -> portal.application()
                        .getBean(JdbcClient.class)
                        .sql("""
                                select m.serial, r.read_on, r.register_value
                                  from meter m
                                  join meter_installation i on i.meter_id = m.id and i.removed_on is null
                                  join lateral (select read_on, register_value from reading where meter_id = m.id
                                                 order by read_on desc limit 1) r on true
                                 where r.read_on < current_date - 120 order by m.serial limit ?""")
                        .param(METERS)
                        .query((row, number) -> new Meter(
                                row.getString("serial"),
                                row.getObject("read_on", LocalDate.class),
                                row.getLong("register_value")))
                        .list()));
        if (found.size() < METERS) {
            throw new IllegalStateException("only " + found.size() + " meters can be read");
        }
        return found;
    }

    private Program register(ClientKind kind, List<String> back) {
        var staff = ProvenStaff.of(
                BenchPortal.SIEGVO.slug(), UUID.randomUUID(), "anne@exemple.fr", "Anne", StaffRole.ADMINISTRATOR, 0);
        var wish = new ClientWish(
                "Bench",
                kind,
                Set.copyOf(ClientScope.of(kind)),
                back,
                key.toPublicJWK().toJSONString());
        var fresh = BenchPortal.as(
                () -> portal.application().getBean(ProviderClients.class).register(staff, wish));
        return new Program(new RawHttp(portal.port()), BenchPortal.HOST, fresh.clientId(), "");
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("bench").generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
