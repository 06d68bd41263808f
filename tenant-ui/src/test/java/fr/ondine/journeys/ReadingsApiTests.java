package fr.ondine.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.provider.ClientKind;
import fr.ondine.platform.provider.ClientScope;
import fr.ondine.platform.provider.ClientWish;
import fr.ondine.platform.tenancy.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs push through a utility's interface, and every token that opens nothing there. */
class ReadingsApiTests extends ProviderPortal {

    private static final String READINGS = "/api/v1/readings";
    private static final String JSON = "Content-Type: application/json";

    @Test
    void readings_are_kept_and_each_that_cannot_be_is_told_with_its_place() {
        var meter = meter(HERE);
        var token = access(machine(HERE));

        var answer = push(
                HERE,
                token,
                "k1",
                body(
                        line(meter, "2026-03-01", 12_500),
                        line(meter, "2026-03-02", 11_000),
                        line("nobody", "2026-03-01", 1),
                        line(meter, "2199-01-01", 13_000),
                        line(meter, "2026-04-01", -1),
                        line(meter, "2026-04-01", 14_250)));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var told = Program.json(answer);
        assertThat(told.get("received").asInt()).isEqualTo(6);
        assertThat(told.get("kept").asInt()).isEqualTo(2);
        assertThat(told.get("problems")
                        .valueStream()
                        .map(one -> one.get("index").asInt() + one.get("type").asString()))
                .containsExactly(
                        "1urn:ondine:problem:reading-below-last",
                        "2urn:ondine:problem:reading-unknown-meter",
                        "3urn:ondine:problem:reading-day-in-future",
                        "4urn:ondine:problem:reading-register-not-a-number");
        assertThat(answer.body())
                .as("a sentence each")
                .contains("no meter here has this serial.", "the register is below the one of 2026-03-01.")
                .doesNotContain("metering.refused");
        assertThat(registers(meter)).isEqualTo("12500 14250");
        assertThat(answer.header("RateLimit-Policy")).isPresent();
    }

    @Test
    void a_call_that_comes_again_is_done_once_and_answered_the_same() {
        var meter = meter(HERE);
        var token = access(machine(HERE));
        var sent = body(line(meter, "2026-03-01", 12_500));
        var key = UUID.randomUUID().toString();

        var first = push(HERE, token, key, sent);
        var again = push(HERE, token, key, sent);

        assertThat(again.body()).isEqualTo(first.body()).contains("\"kept\":1");
        assertThat(push(HERE, token, key, body(line(meter, "2026-03-03", 13_000)))
                        .text())
                .contains("422", "request-key-reused");
        assertThat(push(HERE, token, "", sent).text()).contains("422", "request-key-needed");
        assertThat(push(HERE, access(machine(HERE)), key, sent).body())
                .as("another program's key is its own")
                .contains("\"kept\":0", "\"already\":1");
        assertThat(registers(meter)).isEqualTo("12500");
    }

    @Test
    void a_call_that_is_sent_many_times_at_once_is_done_once() throws Exception {
        var meter = meter(HERE);
        var token = access(machine(HERE));
        var sent = body(line(meter, "2026-03-01", 12_500));

        var answers = atOnce(() -> push(HERE, token, "k", sent), 4);

        assertThat(answers).allMatch(answer -> answer.body().contains("\"kept\":1"));
        assertThat(one(
                        HERE,
                        "select count(*) from audit_entry where action = 'readings.pushed' and actor = 'client:'"
                                + " || (select id from provider_client order by created_at desc limit 1)"))
                .isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"readOn\":\"2026-03-01\",\"litres\":12500.7",
                "\"readOn\":\"2026-03-01\",\"litres\":12500,\"litres\":13500",
                "\"readOn\":\"2026-03-01\",\"litres\":99999999999999999999",
                "\"readOn\":\"2026-03-01\",\"litres\":NaN",
                "\"readOn\":\"2026-03-01\",\"litres\":null",
                "\"readOn\":\"2026-03-01\"",
                "\"readOn\":20513,\"litres\":12500",
                "\"readOn\":\"2026-03-01T23:30:00Z\",\"litres\":12500",
            })
    void what_says_no_whole_litres_or_no_day_is_refused_with_the_call_that_holds_it(String said) {
        var meter = meter(HERE);
        var other = meter(HERE);

        var answer = push(
                HERE,
                access(machine(HERE)),
                "k",
                body(line(other, "2026-03-01", 12_500), "{\"meter\":\"" + meter + "\"," + said + "}"));

        assertThat(answer.text()).contains("400", "urn:ondine:problem:body-unread");
        assertThat(registers(meter) + registers(other)).isEmpty();
    }

    @Test
    void a_call_that_says_its_readings_twice_is_refused_and_none_of_them_lost_unheard() {
        var meter = meter(HERE);
        var once = body(line(meter, "2026-03-01", 12_500));
        var other = body(line(meter, "2026-03-02", 13_000));
        var twice = once.substring(0, once.length() - 1) + "," + other.substring(1);

        assertThat(push(HERE, access(machine(HERE)), "k", twice).text()).contains("400", "body-unread");
        assertThat(registers(meter)).isEmpty();
        assertThat(push(HERE, access(machine(HERE)), "l", other).body()).contains("\"kept\":1");
    }

    @Test
    void one_more_than_may_be_is_refused_whole() {
        var token = access(machine(HERE));
        var lines = java.util.Collections.nCopies(10_001, line("m", "2026-03-01", 1))
                .toArray(String[]::new);

        assertThat(push(HERE, token, "k", body(lines)).text()).contains("422", "not-so-many");
        assertThat(push(HERE, token, "l", "{\"readings\":[]}").text()).contains("422", "not-so-many");
        assertThat(push(HERE, token, "n", "null").text()).contains("422", "not-so-many");
        assertThat(push(HERE, token, "o", "{\"readings\":[" + " ".repeat(5_000_000) + "]}")
                        .text())
                .contains("413", "urn:ondine:problem:sent-too-large");
        assertThat(push(HERE, token, "m", "{\"readings\":7}").text())
                .contains("400", "urn:ondine:problem:body-unread", "line 1, column");
    }

    @Test
    void a_token_of_another_utility_or_another_kind_opens_nothing() {
        var program = application(HERE);
        var person = program.exchange(program.code("openid own:read", session(HERE, subscriber(HERE))));
        var reading = register(
                HERE, new ClientWish("X", ClientKind.MACHINE, Set.of(ClientScope.INVOICES_READ), List.of(), null));
        var narrow = Program.text(
                reading.token(Map.of("grant_type", "client_credentials", "scope", "invoices:read")), "access_token");

        assertThat(push(THERE, access(machine(HERE)), "k", "{}").status()).isEqualTo(401);
        assertThat(push(HERE, access(machine(THERE)), "k", "{}").status()).isEqualTo(401);
        assertThat(push(HERE, Program.text(person, "id_token"), "k", "{}").status())
                .isEqualTo(401);
        assertThat(push(HERE, Program.text(person, "refresh_token"), "k", "{}").status())
                .isEqualTo(401);
        assertThat(push(HERE, Program.text(person, "access_token"), "k", "{}").status())
                .isEqualTo(403);
        assertThat(push(HERE, narrow, "k", "{}").text()).contains("403", "insufficient_scope", "scope-missing");
    }

    @Test
    void a_program_that_asked_for_less_may_do_less() {
        var machine = machine(HERE);
        var less = Program.text(
                machine.token(Map.of("grant_type", "client_credentials", "scope", "invoices:read")), "access_token");

        assertThat(push(HERE, less, "k", "{}").status()).isEqualTo(403);
    }

    @Test
    void what_is_revoked_opens_nothing_at_once() {
        var machine = machine(HERE);
        var token = access(machine);
        machine.post("/oauth2/revoke", Map.of("token", token));

        assertThat(push(HERE, token, "k", "{}").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.", "a.b.c"})
    void what_is_no_token_opens_nothing(String token) {
        machine(HERE);
        assertThat(push(HERE, token, "k", "{}").status()).isEqualTo(401);
    }

    @Test
    void no_session_opens_the_interface() {
        var cookie = session(HERE, subscriber(HERE));

        var answer = new RawHttp(port).post(host(HERE), READINGS, "{}", JSON, "Cookie: " + cookie);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/problem+json");
    }

    private RawHttp.Answer push(TenantId utility, String token, String key, String body) {
        return new RawHttp(port)
                .post(host(utility), READINGS, body, JSON, "Authorization: Bearer " + token, "Idempotency-Key: " + key);
    }

    private static String body(String... lines) {
        return "{\"readings\":[" + String.join(",", lines) + "]}";
    }

    private static String line(String meter, String day, long litres) {
        return "{\"meter\":\"" + meter + "\",\"readOn\":\"" + day + "\",\"litres\":" + litres + "}";
    }

    private String registers(String meter) {
        return one(
                HERE,
                "select coalesce(string_agg(register_value::text, ' ' order by read_on), '') from reading r"
                        + " join meter m on m.id = r.meter_id where serial = '" + meter + "'");
    }

    /** A meter that was fitted at ten cubic metres on the first day of the year, and its holder. */
    private String meter(TenantId utility) {
        var mark = UUID.randomUUID().toString().substring(0, 8);
        in(
                utility,
                "insert into premise (id, reference, street, postcode, city)" + " values (gen_random_uuid(), '" + mark
                        + "', '1 rue du Puits', '57000', 'Metz')");
        in(
                utility,
                "insert into service_point (id, reference, premise_id, service)" + " select gen_random_uuid(), '" + mark
                        + "', id, 'WATER' from premise where reference = '" + mark + "'");
        in(
                utility,
                "insert into customer (id, reference, kind, first_name, last_name, street, postcode, city)"
                        + " values (gen_random_uuid(), '" + mark + "', 'PERSON', 'A', 'B', '1 rue', '57000', 'Metz')");
        in(
                utility,
                "insert into agreement (id, number, customer_id, service_point_id, service, occupant, payment_method,"
                        + " started_on) select gen_random_uuid(), '" + mark
                        + "', c.id, s.id, 'WATER', 'A', 'ON_INVOICE',"
                        + " date '2020-01-01' from customer c, service_point s where c.reference = '" + mark
                        + "' and s.reference = '" + mark + "'");
        in(utility, "insert into meter (id, serial, dials) values (gen_random_uuid(), '" + mark + "', 5)");
        in(
                utility,
                "insert into meter_installation (id, meter_id, service_point_id, installed_on, install_register)"
                        + " select gen_random_uuid(), m.id, s.id, date '2026-01-01', 10000 from meter m, service_point s"
                        + " where serial = '" + mark + "' and s.reference = '" + mark + "'");
        return mark;
    }
}
