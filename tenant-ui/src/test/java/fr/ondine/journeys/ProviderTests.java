package fr.ondine.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import fr.ondine.platform.provider.ClientKind;
import fr.ondine.platform.provider.ClientScope;
import fr.ondine.platform.provider.ClientWish;
import fr.ondine.testing.TestStaff;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What a utility's provider gives to whom, and each way in which it refuses. */
class ProviderTests extends ProviderPortal {

    private static final String ALL = "openid profile email own:read";

    @Autowired
    BeanFactory beans;

    @Test
    void tells_what_it_offers_and_nothing_more() {
        var told = Program.json(application(HERE).http().get(host(HERE), "/.well-known/openid-configuration"));

        assertThat(told.get("issuer").asString()).isEqualTo("http://" + host(HERE));
        assertThat(told.get("jwks_uri").asString()).startsWith("http://" + host(HERE));
        assertThat(told.get("code_challenge_methods_supported").toString()).isEqualTo("[\"S256\"]");
        assertThat(told.get("grant_types_supported").toString())
                .isEqualTo("[\"authorization_code\",\"refresh_token\",\"client_credentials\"]");
        assertThat(told.get("id_token_signing_alg_values_supported").toString()).isEqualTo("[\"ES256\"]");
        assertThat(told.has("registration_endpoint")).isFalse();
        assertThat(told.has("userinfo_endpoint")).isFalse();
        assertThat(told.toString()).doesNotContain("tls_client", "device", "token-exchange", "\"none\"");
        assertThat(new RawHttp(port)
                        .get(host(HERE), "/.well-known/oauth-authorization-server")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/connect/register", "/oauth2/register", "/oauth2/device_authorization", "/oauth2/par"})
    void nobody_registers_by_themselves(String path) {
        assertThat(machine(HERE).post(path, Map.of("a", "b")).text())
                .doesNotContain("client_id", "device_code", "request_uri");
    }

    @Test
    void a_subscriber_agrees_and_the_program_gets_what_they_agreed_to() throws Exception {
        var program = application(HERE);
        var person = subscriber(HERE);
        var cookie = session(HERE, person);

        var asked = program.ask(ALL, cookie);
        assertThat(asked.status()).isEqualTo(302);
        var consent = asked.header("Location").orElseThrow();
        assertThat(consent).contains("/autorisation?");
        var agreed = program.answer(consent, cookie, ALL.split(" "));
        assertThat(agreed.status())
                .as("a page of its own leads on: no form may")
                .isEqualTo(200);
        var back = agreed.body().replace("&amp;", "&");
        assertThat(back).contains(Program.BACK);
        assertThat(Program.parameter(back, "state")).isEqualTo("etat-1");
        assertThat(Program.parameter(back, "iss")).isEqualTo(program.issuer());

        var tokens = program.exchange(Program.parameter(back, "code"));
        assertThat(tokens.status()).as(tokens.text()).isEqualTo(200);
        var identity = SignedJWT.parse(Program.text(tokens, "id_token"));
        assertThat(identity.verify(new ECDSAVerifier(
                        keys().getKeyByKeyId(identity.getHeader().getKeyID()).toECKey())))
                .isTrue();
        assertThat(identity.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
        var claims = identity.getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo(person.value().toString());
        assertThat(claims.getAudience()).containsExactly(program.clientId());
        assertThat(claims.getIssuer()).isEqualTo(program.issuer());
        assertThat(claims.getStringClaim("nonce")).isEqualTo("nonce-1");
        assertThat(claims.getStringClaim("email")).isEqualTo(person.value() + "@exemple.fr");
        assertThat(claims.getStringClaim("family_name")).isEqualTo("Dupont");
        var access = SignedJWT.parse(Program.text(tokens, "access_token"));
        assertThat(access.getHeader().getType().getType()).isEqualTo("at+jwt");
        assertThat(access.getJWTClaimsSet().getAudience()).containsExactly(program.issuer() + "/api/v1");
        assertThat(program.ask(ALL, cookie).header("Location").orElseThrow())
                .as("is not asked again for the same")
                .startsWith(Program.BACK);
    }

    @Test
    void who_refuses_gives_nothing_and_is_asked_again() {
        var program = application(HERE);
        var cookie = session(HERE, subscriber(HERE));
        var given = program.exchange(program.code("openid email", cookie));

        var refused = program.answer(program.ask(ALL, cookie).header("Location").orElseThrow(), cookie);

        assertThat(refused.body()).contains("error=access_denied").doesNotContain("code=");
        assertThat(program.ask("openid email", cookie).header("Location").orElseThrow())
                .contains("/autorisation?");
        assertThat(program.isActive(Program.text(given, "access_token"))).isFalse();
    }

    @Test
    void what_one_person_gave_one_program_is_nobody_elses_and_no_other_programs() {
        var program = application(HERE);
        var cookie = session(HERE, subscriber(HERE));
        program.code(ALL, cookie);

        assertThat(application(HERE).ask(ALL, cookie).header("Location").orElseThrow())
                .as("another program")
                .contains("/autorisation?");
        assertThat(program.ask(ALL, session(HERE, subscriber(HERE)))
                        .header("Location")
                        .orElseThrow())
                .as("another person")
                .contains("/autorisation?");
    }

    @Test
    void a_code_and_a_question_do_not_wait_for_ever() {
        var program = application(HERE);
        var cookie = session(HERE, subscriber(HERE));
        var of = " where client_id = (select id from provider_client where client_id = '" + program.clientId() + "')";
        var consent = program.ask(ALL, cookie).header("Location").orElseThrow();
        in(HERE, "update provider_authorization set created_at = created_at - interval '15 minutes'" + of);
        assertThat(program.answer(consent, cookie, ALL.split(" ")).status()).isEqualTo(400);

        var code = program.code(ALL, cookie);
        assertThat(one(
                        HERE,
                        "select max(code_expires_at - created_at) <= interval '2 minutes' from provider_authorization"
                                + of))
                .isEqualTo("true");
        in(HERE, "update provider_authorization set code_expires_at = now() - interval '1 second'" + of);
        assertRefused(program.exchange(code), "invalid_grant");
    }

    @Test
    void what_nobody_was_asked_for_is_not_agreed_to() {
        var program = application(HERE);
        var cookie = session(HERE, subscriber(HERE));

        var more = program.answer(
                program.ask("openid email", cookie).header("Location").orElseThrow(), cookie, "email", "own:read");

        assertThat(more.body()).contains("error=invalid_scope").doesNotContain("code=");
    }

    @Test
    void another_person_does_not_answer_in_ones_place() {
        var program = application(HERE);
        var consent = program.ask(ALL, session(HERE, subscriber(HERE)))
                .header("Location")
                .orElseThrow();

        var other = program.answer(consent, session(HERE, subscriber(HERE)), ALL.split(" "));

        assertThat(other.status()).isEqualTo(400);
        assertThat(other.text()).doesNotContain("code=");
    }

    @Test
    void another_site_does_not_answer_either() {
        var program = application(HERE);
        var cookie = session(HERE, subscriber(HERE));
        var state =
                Program.parameter(program.ask(ALL, cookie).header("Location").orElseThrow(), "state");

        for (var path : List.of("/oauth2/%61uthorize", "/oauth2/authorize")) {
            var forged = program.http()
                    .post(
                            program.host(),
                            path,
                            "client_id=" + program.clientId() + "&scope=email&state=" + state,
                            "Content-Type: application/x-www-form-urlencoded",
                            "Sec-Fetch-Site: cross-site",
                            "Cookie: " + cookie);

            assertThat(forged.status()).as(path).isEqualTo(403);
        }
    }

    @Test
    void a_person_comes_back_to_the_very_address_that_is_registered() {
        var back = "https://partenaire.exemple.fr/retour?page=mes%20factures%2F2026";
        var program = register(
                HERE,
                new ClientWish("Carnet", ClientKind.APPLICATION, Set.of(ClientScope.OPENID), List.of(back), null));
        var to = Map.of("redirect_uri", back, "prompt", "none");

        var agreed = program.http()
                .get(program.host(), program.question("openid", to), "Cookie: " + session(HERE, subscriber(HERE)));
        var refused = program.http().get(program.host(), program.question("openid", to));

        assertThat(agreed.header("Location").orElseThrow()).startsWith(back + "&code=");
        assertThat(refused.header("Location").orElseThrow())
                .startsWith(back + "&error=login_required&iss=http%3A%2F%2F");
    }

    @Test
    void a_stranger_is_led_to_no_address_that_is_not_the_programs() {
        var program = application(HERE);
        var elsewhere = Map.of("redirect_uri", "https://ailleurs.exemple.fr/", "prompt", "none");

        var asked = program.http().get(program.host(), program.question("profile", elsewhere));
        var posted = program.http()
                .post(
                        program.host(),
                        "/oauth2/authorize",
                        program.question("profile", elsewhere).replaceFirst(".*[?]", ""),
                        "Content-Type: application/x-www-form-urlencoded",
                        "Sec-Fetch-Site: same-origin");

        for (var answer : List.of(asked, posted)) {
            assertThat(answer.header("Location").orElse("") + answer.body())
                    .as("%s", answer.status())
                    .doesNotContain("ailleurs");
        }
    }

    @Test
    void a_stranger_signs_in_first_and_staff_are_strangers() {
        var program = application(HERE);
        var known = new TestStaff(beans, HERE).administrator();
        var staff = cookie(
                HERE,
                SignInWithoutAsking.administrator(
                        new TestStaff(beans, HERE).signedIn(known).id()));

        for (var cookie : List.of("nothing=1", staff)) {
            assertThat(program.ask(ALL, cookie).header("Location").orElseThrow())
                    .as(cookie)
                    .endsWith("/connexion");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "redirect_uri,https://partenaire.exemple.fr/retour/",
        "redirect_uri,https://partenaire.exemple.fr/retour?x=1",
        "redirect_uri,https://PARTENAIRE.exemple.fr/retour",
        "redirect_uri,http://partenaire.exemple.fr/retour",
        "redirect_uri,https://partenaire.exemple.fr.attaquant.fr/retour",
        "redirect_uri,https://partenaire.exemple.fr/retour/../x",
        "client_id,nobody",
    })
    void an_address_that_is_not_exactly_registered_is_led_nowhere(String name, String value) {
        var program = application(HERE);
        var cookie = session(HERE, subscriber(HERE));

        var refused =
                program.http().get(program.host(), program.question(ALL, Map.of(name, value)), "Cookie: " + cookie);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("Location")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "code_challenge,'',invalid_request",
        "code_challenge_method,plain,invalid_request",
        "code_challenge_method,'',invalid_request",
        "response_type,token,unsupported_response_type",
        "scope,readings:write,invalid_scope",
    })
    void a_question_that_is_not_as_it_must_be_gives_no_code(String name, String value, String error) {
        var program = application(HERE);
        var cookie = session(HERE, subscriber(HERE));

        var refused =
                program.http().get(program.host(), program.question(ALL, Map.of(name, value)), "Cookie: " + cookie);

        assertThat(refused.text()).doesNotContain("code=").doesNotContain("/autorisation");
        refused.header("Location").ifPresent(address -> assertThat(address).contains(error));
    }

    @Test
    void who_is_not_to_be_asked_is_not_and_the_program_is_told_so_at_its_own_address() {
        var program = application(HERE);

        var told = program.http().get(program.host(), program.question(ALL, Map.of("prompt", "none")));
        var elsewhere = program.http()
                .get(
                        program.host(),
                        program.question(ALL, Map.of("prompt", "none", "redirect_uri", "https://attaquant.fr/")));

        assertThat(told.header("Location").orElseThrow())
                .startsWith("https://partenaire.exemple.fr/retour?")
                .contains("error=login_required", "state=etat-1", "iss=");
        assertThat(elsewhere.status()).isEqualTo(400);
        assertThat(elsewhere.header("Location")).isEmpty();
    }

    @Test
    void nobody_is_led_to_an_address_that_no_program_has_however_it_is_asked_for() {
        var program = application(HERE);
        var asked = URI.create(program.question(
                        "readings:read", Map.of("prompt", "none", "redirect_uri", "https://attaquant.fr/")))
                .getRawQuery();

        var posted = program.http()
                .post(program.host(), "/oauth2/authorize", asked, "Content-Type: application/x-www-form-urlencoded");
        var looked = program.http().send("HEAD /oauth2/authorize?" + asked + " HTTP/1.1", program.host(), "");

        assertThat(posted.header("Location").orElse("")).doesNotContain("attaquant");
        assertThat(looked.header("Location").orElse("")).doesNotContain("attaquant");
    }

    @Test
    void a_program_that_shows_nothing_but_its_name_is_nobody_and_told_so() {
        var program = application(HERE);
        var code = program.code(ALL, session(HERE, subscriber(HERE)));

        for (var client : List.of(program.clientId(), "nobody")) {
            var refused = program.http()
                    .post(
                            program.host(),
                            "/oauth2/token",
                            "grant_type=authorization_code&code=" + code + "&client_id=" + client
                                    + "&code_verifier=" + "v".repeat(50)
                                    + "&redirect_uri=https%3A%2F%2Fpartenaire.exemple.fr%2Fretour",
                            "Content-Type: application/x-www-form-urlencoded");
            assertThat(refused.status()).as(client).isEqualTo(401);
            assertThat(refused.body()).isEqualTo("{\"error\":\"invalid_client\"}");
        }
        assertThat(program.exchange(code).status())
                .as("it was no use of the code")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_id", "redirect_uri", "scope", "state", "nonce", "code_challenge"})
    void a_sign_that_no_database_takes_is_a_fault_of_who_sends_it(String name) {
        var program = application(HERE);
        var cookie = session(HERE, subscriber(HERE));

        var question = program.question(ALL, Map.of(name, "a\0b"));

        assertThat(question).contains("%00");
        assertThat(program.http()
                        .get(program.host(), question, "Cookie: " + cookie)
                        .status())
                .isLessThan(500);
    }

    private JWKSet keys() throws Exception {
        return JWKSet.parse(new RawHttp(port).get(host(HERE), "/oauth2/jwks").body());
    }
}
