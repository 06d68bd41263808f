package fr.ondine.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is one utility's provider's is nothing at another's, also where somebody has put the same rows there. */
class ProviderCrossingTests extends ProviderPortal {

    private static final String ALL = "openid email own:read";

    @Test
    void a_program_is_nobody_elsewhere() {
        var machine = machine(HERE);
        var key = key();
        var byKey = machine(HERE, key);
        var soon = Clock.systemUTC().instant().plusSeconds(60);
        var grant = Map.of("grant_type", "client_credentials");

        assertThat(machine.at(host(THERE)).token(grant).status()).isEqualTo(401);
        assertThat(byKey.at(host(THERE))
                        .postSigned("/oauth2/token", grant, byKey.assertion(key, "http://" + host(THERE), soon))
                        .status())
                .isEqualTo(401);
        var cookie = session(THERE, subscriber(THERE));
        assertThat(application(HERE).at(host(THERE)).ask(ALL, cookie).status()).isEqualTo(400);
    }

    @Test
    void a_code_a_refresh_token_and_an_access_token_count_where_they_were_given_alone() {
        var here = application(HERE);
        var twin = twin(here);
        var cookie = session(HERE, subscriber(HERE));
        var tokens = here.exchange(here.code(ALL, cookie));

        assertRefused(twin.exchange(here.code(ALL, cookie)), "invalid_grant");
        assertRefused(twin.refresh(Program.text(tokens, "refresh_token")), "invalid_grant");
        assertThat(twin.isActive(Program.text(tokens, "access_token"))).isFalse();
        assertThat(twin.isActive(Program.text(tokens, "refresh_token"))).isFalse();
        twin.post("/oauth2/revoke", Map.of("token", Program.text(tokens, "refresh_token")));
        assertThat(here.refresh(Program.text(tokens, "refresh_token")).status())
                .as("and nothing was ended by it at home")
                .isEqualTo(200);
    }

    @Test
    void a_session_and_a_question_of_one_are_nothing_at_another() {
        var here = application(HERE);
        var twin = twin(here);
        var cookie = session(HERE, subscriber(HERE));
        var consent = here.ask(ALL, cookie).header("Location").orElseThrow();

        assertThat(twin.ask(ALL, cookie).header("Location").orElseThrow()).endsWith("/connexion");
        var theirs = session(THERE, subscriber(THERE));
        assertThat(twin.answer(consent, theirs, ALL.split(" ")).status()).isEqualTo(400);
    }

    @Test
    void keys_are_each_utilitys_own() throws Exception {
        var token = SignedJWT.parse(access(machine(HERE)));
        machine(THERE);

        assertThat(keys(HERE)).contains(token.getHeader().getKeyID()).doesNotContain("\"d\"");
        assertThat(keys(THERE)).doesNotContain(token.getHeader().getKeyID());
    }

    @ParameterizedTest
    @ValueSource(strings = {"inconnu.localhost", "siegvo.localhost.", "siegvo.localhost:1", "siegvo.localhost:443"})
    void nobody_chooses_an_issuer(String spoofed) {
        machine(HERE);

        var answer = new RawHttp(port).get(spoofed, "/.well-known/openid-configuration", "X-Forwarded-Host: mal.fr");

        assertThat(answer.status()).isIn(400, 404, 421);
        assertThat(answer.body()).doesNotContain("issuer");
    }

    @Test
    void a_forwarded_host_is_not_believed() {
        machine(HERE);

        var answer = new RawHttp(port)
                .get(
                        host(HERE),
                        "/.well-known/openid-configuration",
                        "X-Forwarded-Host: mal.fr",
                        "X-Forwarded-Proto: https",
                        "Forwarded: host=mal.fr");

        assertThat(answer.body()).doesNotContain("mal.fr");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/oauth2/jwks", "/oauth2/authorize", "/.well-known/openid-configuration", "/api/v1/readings"})
    void the_console_has_none(String path) {
        assertThat(new RawHttp(port).get("console.localhost:" + port, path).status())
                .isEqualTo(404);
    }

    /** The same program, with the same secret, at the other utility. */
    private Program twin(Program here) {
        application(THERE);
        var hash = one(HERE, "select secret_hash from provider_client where client_id = '" + here.clientId() + "'");
        var id = one(HERE, "select id from provider_client where client_id = '" + here.clientId() + "'");
        in(
                THERE,
                "insert into provider_client (id, client_id, name, kind, secret_hash, redirect_uris, scopes, created_at,"
                        + " created_by) values ('" + id + "', '" + here.clientId() + "', 'X', 'APPLICATION', '" + hash
                        + "', array['" + Program.BACK + "'], array['openid','email','own:read'], now(), 'test')");
        return here.at(host(THERE));
    }

    private String keys(fr.ondine.platform.tenancy.TenantId utility) {
        return new RawHttp(port).get(host(utility), "/oauth2/jwks").body();
    }
}
