package fr.ondine.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.operators.Everybody;
import fr.ondine.platform.tenancy.TenantContext;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Codes and tokens count once, in their time, and end with what they came from. */
class ProviderTokensTests extends ProviderPortal {

    private static final String ALL = "openid profile email own:read";

    @Autowired
    Everybody everybody;

    @Test
    void a_code_counts_once_and_who_comes_with_it_again_ends_what_came_of_it() {
        var program = application(HERE);
        var code = program.code(ALL, session(HERE, subscriber(HERE)));
        var tokens = program.exchange(code);
        var access = Program.text(tokens, "access_token");
        assertThat(program.isActive(access)).isTrue();

        var again = program.exchange(code);

        assertRefused(again, "invalid_grant");
        assertThat(program.isActive(access)).isFalse();
        assertRefused(program.refresh(Program.text(tokens, "refresh_token")), "invalid_grant");
    }

    @Test
    void of_two_who_come_with_a_code_at_once_both_end_with_nothing_that_counts() throws Exception {
        var program = application(HERE);
        var code = program.code(ALL, session(HERE, subscriber(HERE)));

        var answers = atOnce(() -> program.exchange(code), 4);

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSizeLessThanOrEqualTo(1);
        answers.stream()
                .filter(answer -> answer.status() == 200)
                .forEach(answer -> assertThat(program.isActive(Program.text(answer, "access_token")))
                        .isFalse());
    }

    @Test
    void a_code_counts_with_its_verifier_its_address_and_its_program_alone() {
        var program = application(HERE);
        var cookie = session(HERE, subscriber(HERE));
        var right = Map.of(
                "grant_type", "authorization_code", "redirect_uri", Program.BACK, "code_verifier", Program.VERIFIER);

        for (var wrong : Map.of("code_verifier", "w".repeat(60), "redirect_uri", Program.BACK + "/")
                .entrySet()) {
            var sent = new java.util.HashMap<>(right);
            sent.put("code", program.code(ALL, cookie));
            sent.put(wrong.getKey(), wrong.getValue());
            assertRefused(program.token(sent), "invalid_grant");
        }
        var sent = new java.util.HashMap<>(right);
        sent.put("code", program.code(ALL, cookie));
        sent.remove("code_verifier");
        assertThat(program.token(sent).status()).isIn(400, 401);
        assertRefused(application(HERE).exchange(program.code(ALL, cookie)), "invalid_grant");
    }

    @Test
    void a_refresh_token_counts_once_and_one_that_comes_again_ends_the_family() {
        var program = application(HERE);
        var first = program.exchange(program.code(ALL, session(HERE, subscriber(HERE))));
        var old = Program.text(first, "refresh_token");
        var second = program.refresh(old);
        assertThat(second.status()).as(second.text()).isEqualTo(200);
        var fresh = Program.text(second, "refresh_token");
        assertThat(fresh).isNotEqualTo(old);
        assertThat(program.isActive(Program.text(first, "access_token")))
                .as("what was given before goes on until its end")
                .isTrue();

        assertRefused(program.refresh(old), "invalid_grant");

        assertRefused(program.refresh(fresh), "invalid_grant");
        assertThat(program.isActive(Program.text(second, "access_token"))).isFalse();
    }

    @Test
    void of_two_who_renew_at_once_no_two_go_on() {
        var program = application(HERE);
        var token = Program.text(program.exchange(program.code(ALL, session(HERE, subscriber(HERE)))), "refresh_token");

        var answers = whileItIsHeld(token, () -> program.refresh(token));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSizeLessThanOrEqualTo(1);
        answers.stream()
                .filter(answer -> answer.status() == 200)
                .forEach(answer ->
                        assertRefused(program.refresh(Program.text(answer, "refresh_token")), "invalid_grant"));
    }

    @Test
    void however_often_it_is_renewed_the_end_stays_where_it_was() {
        var program = application(HERE);
        var tokens = program.exchange(program.code(ALL, session(HERE, subscriber(HERE))));
        var id = "(select authorization_id from provider_refresh order by issued_at desc limit 1)";
        var end = one(HERE, "select max(expires_at) from provider_refresh where authorization_id = " + id);

        var renewed = program.refresh(Program.text(tokens, "refresh_token"));

        assertThat(one(
                        HERE,
                        "select count(*) || ' ' || (max(expires_at) = '" + end
                                + "') from provider_refresh where authorization_id = " + id))
                .isEqualTo("2 true");
        in(HERE, "update provider_authorization set ends_at = now() where id = " + id);
        assertRefused(program.refresh(Program.text(renewed, "refresh_token")), "invalid_grant");
    }

    @Test
    void a_session_that_ends_everywhere_ends_here_too() {
        var program = application(HERE);
        var person = subscriber(HERE);
        var tokens = program.exchange(program.code(ALL, session(HERE, person)));

        in(HERE, "update user_account set security_version = security_version + 1 where id = '" + person.value() + "'");

        assertThat(program.isActive(Program.text(tokens, "access_token"))).isFalse();
        assertThat(program.http()
                        .post(
                                program.host(),
                                "/api/v1/readings",
                                "{}",
                                "Content-Type: application/json",
                                "Authorization: Bearer " + Program.text(tokens, "access_token"))
                        .status())
                .isEqualTo(401);
        assertRefused(program.refresh(Program.text(tokens, "refresh_token")), "invalid_grant");
    }

    @Test
    void nobodys_program_goes_on_once_everybody_is_signed_out() {
        var program = application(HERE);
        var tokens = program.exchange(program.code(ALL, session(HERE, subscriber(HERE))));

        everybody.signOutFromOutside("operator:test", HERE.slug());

        assertThat(program.isActive(Program.text(tokens, "access_token"))).isFalse();
        assertRefused(program.refresh(Program.text(tokens, "refresh_token")), "invalid_grant");
    }

    @Test
    void what_is_revoked_counts_no_more_and_no_program_revokes_anothers() {
        var program = application(HERE);
        var tokens = program.exchange(program.code(ALL, session(HERE, subscriber(HERE))));
        var access = Program.text(tokens, "access_token");
        var refresh = Program.text(tokens, "refresh_token");

        application(HERE).post("/oauth2/revoke", Map.of("token", refresh));
        assertThat(program.isActive(access)).isTrue();

        assertThat(program.post("/oauth2/revoke", Map.of("token", access)).status())
                .isEqualTo(200);
        assertThat(program.isActive(access)).isFalse();
        assertThat(program.isActive(refresh)).isTrue();
        assertThat(program.post("/oauth2/revoke", Map.of("token", refresh)).status())
                .isEqualTo(200);
        assertRefused(program.refresh(refresh), "invalid_grant");
    }

    @Test
    void no_secret_rests_in_the_tables() {
        var program = application(HERE);
        var consent = Program.parameter(
                program.ask(ALL, session(HERE, subscriber(HERE)))
                        .header("Location")
                        .orElseThrow(),
                "state");
        var code = program.code(ALL, session(HERE, subscriber(HERE)));
        var tokens = program.exchange(code);

        for (var table : List.of(
                "provider_authorization", "provider_access", "provider_refresh", "provider_client", "provider_key")) {
            var rows = one(HERE, "select coalesce(string_agg(t::text, ''), '') from " + table + " t");
            for (var secret : List.of(
                    code,
                    consent,
                    program.secret(),
                    Program.text(tokens, "access_token"),
                    Program.text(tokens, "refresh_token"))) {
                assertThat(rows)
                        .doesNotContain(secret, HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)));
            }
            assertThat(rows).doesNotContain("\"d\":");
        }
        assertThat(one(HERE, "select secret_hash from provider_client where client_id = '" + program.clientId() + "'"))
                .startsWith("$argon2id$");
    }

    /** Two, who have both found it unused before either can use it. */
    private List<RawHttp.Answer> whileItIsHeld(String token, Supplier<RawHttp.Answer> renewal) {
        var both = TenantContext.callAs(
                HERE,
                () -> transaction.execute(status -> {
                    database.sql("select from provider_authorization where id ="
                                    + " (select authorization_id from provider_refresh where digest = ?) for update")
                            .param(new RawToken(token).digest())
                            .query((row, number) -> true)
                            .single();
                    var asked = Stream.generate(() -> CompletableFuture.supplyAsync(
                                    renewal, task -> Thread.ofVirtual().start(task)))
                            .limit(2)
                            .toList();
                    await().pollInSameThread()
                            .until(() -> database.sql("select count(distinct pid) from pg_locks where not granted")
                                            .query(Integer.class)
                                            .single()
                                    == 2);
                    return asked;
                }));
        return both.stream().map(CompletableFuture::join).toList();
    }
}
