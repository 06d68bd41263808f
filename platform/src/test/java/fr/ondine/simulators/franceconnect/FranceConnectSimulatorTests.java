package fr.ondine.simulators.franceconnect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/** It is as strict as the one whose place it takes. */
class FranceConnectSimulatorTests {

    private static final Client CLIENT = new Client(
            "client-of-a-test", "secret", "entity", URI.create("http://eau.localhost"), SignatureAlgorithm.ES256, true);
    private static final String ASKED = "/authorize?client_id=client-of-a-test&response_type=code&scope=openid%20email"
            + "&redirect_uri=http://eau.localhost/login/oauth2/code/franceconnect&state=s&acr_values=eidas1"
            + "&nonce=0123456789012345678901";

    private static FranceConnectSimulator simulator;

    @BeforeAll
    static void start() {
        simulator = FranceConnectSimulator.start(0);
        simulator.register(CLIENT);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void a_right_question_leads_to_the_choice_of_a_person() throws Exception {
        var answer = get(ASKED);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).get().asString().contains("/api/v2/interaction?client_id=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"&code_challenge=x", "&max_age=0", "&login_hint=x", "&state=t", "&prompt=login&prompt=consent"})
    void an_unknown_or_repeated_parameter_is_refused_on_a_page_that_leads_nowhere(String more) throws Exception {
        assertThat(get(ASKED + more)).satisfies(answer -> {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("Y030007");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"&acr_values=eidas1", "&nonce=0123456789012345678901", "&state=s"})
    void so_is_a_question_that_lacks_one(String part) throws Exception {
        assertThat(get(ASKED.replace(part, "")).body()).contains("Y030007");
    }

    @Test
    void another_level_is_refused_at_the_callback() throws Exception {
        assertThat(get(ASKED.replace("eidas1", "eidas2")).headers().firstValue("Location"))
                .get()
                .asString()
                .startsWith("http://eau.localhost/login/oauth2/code/franceconnect?error=invalid_acr")
                .contains("iss=");
    }

    @Test
    void proconnect_is_as_strict_about_what_it_knows() throws Exception {
        try (var work = FranceConnectSimulator.startAtWork(0)) {
            work.register(Client.atWork("w", "s", URI.create("http://eau.localhost"), SignatureAlgorithm.ES256));
            var enough = "0123456789012345678901234567890x";
            var asked = "/authorize?client_id=w&response_type=code&scope=openid%20siret&state=" + enough + "&nonce="
                    + enough + "&redirect_uri=http://eau.localhost/gestion/connexion/proconnect/retour";
            assertThat(get(work, asked).statusCode()).isEqualTo(302);
            for (var wrong : new String[] {
                asked + "&acr_values=eidas1",
                asked + "&code_challenge=x",
                asked.replace("&state=" + enough, ""),
                asked.replace("nonce=" + enough, "nonce=short"),
                asked.replace("state=" + enough, "state=short"),
                "/session/end?id_token_hint=x&post_logout_redirect_uri=http://eau.localhost/gestion/deconnexion"
            }) {
                assertThat(get(work, wrong).body()).as(wrong).contains("Y000400");
            }
        }
    }

    @Test
    void a_person_is_another_one_for_another_entity() {
        var other = new Client(
                "other", "secret", "other", URI.create("http://x.localhost"), SignatureAlgorithm.RS256, true);

        assertThat(Identity.ANGELA.subject(CLIENT))
                .matches("[0-9a-f]{64}v1")
                .isNotEqualTo(Identity.ANGELA.subject(other))
                .isNotEqualTo(Identity.JEAN.subject(CLIENT));
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get(simulator, path);
    }

    private static HttpResponse<String> get(FranceConnectSimulator simulator, String path)
            throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(simulator.issuer() + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
