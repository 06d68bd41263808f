package fr.ondine.tenantconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.ondine.tenantconfig.FranceConnect.Signature;
import fr.ondine.tenantconfig.FranceConnect.Userinfo;
import java.net.URI;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FranceConnectTests {

    private static final String MALESHERBOIS = BundledTenants.yaml("malesherbois");
    private static final String CLIENT = """
            france-connect:
              issuer: https://oidc.franceconnect.gouv.fr/api/v2
              client-id: 6925fb8143c76eded44d32b40c0cb1006065f7f003de52712b78985704f39950
              signature: es256
              userinfo: jwt-es256
              entity-id: eau-malesherbois
            """;

    @ParameterizedTest
    @ValueSource(strings = {"siegvo", "malesherbois", "ileo"})
    void a_utility_that_does_not_say_so_offers_none(String slug) {
        var read = BundledTenants.read(slug);

        assertThat(read.offersFranceConnect()).isFalse();
        assertThat(read.franceConnect()).isNull();
    }

    @Test
    void a_utility_offers_it_with_a_client_of_its_own() {
        var read = TenantConfigReader.read(offering(CLIENT));

        assertThat(read.offersFranceConnect()).isTrue();
        assertThat(read.franceConnect())
                .isEqualTo(new FranceConnect(
                        URI.create("https://oidc.franceconnect.gouv.fr/api/v2"),
                        "6925fb8143c76eded44d32b40c0cb1006065f7f003de52712b78985704f39950",
                        Signature.ES256,
                        Userinfo.JWT_ES256,
                        null,
                        "eau-malesherbois"));
        assertThat(read.franceConnect().hasKey()).as("a secret, without a word").isFalse();
    }

    @Test
    void its_own_key_may_answer_for_it() {
        var read = TenantConfigReader.read(offering(CLIENT + "  client-authentication: private-key-jwt\n"));

        assertThat(read.franceConnect().hasKey()).isTrue();
    }

    @Test
    void it_is_switched_off_without_forgetting_the_client() {
        var read = TenantConfigReader.read(MALESHERBOIS + "\n" + CLIENT);

        assertThat(read.offersFranceConnect()).isFalse();
        assertThat(read.franceConnect()).isNotNull();
    }

    @Test
    void it_is_not_offered_without_a_client() {
        refuses(offering(""), "pour proposer FranceConnect, dites d'abord quel est le client de la collectivité");
    }

    @Test
    void the_password_stays_the_other_way_in() {
        refuses(
                MALESHERBOIS.replace("login: [email-and-password]", "login: [france-connect]") + "\n" + CLIENT,
                "doivent rester un moyen de se connecter");
        refuses(offering(CLIENT).replace("france-connect]", "france-connect, france-connect]"), "est écrite deux fois");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://oidc.franceconnect.gouv.fr/api/v2",
                "https://oidc.franceconnect.gouv.fr/api/v2/",
                "https://oidc.franceconnect.gouv.fr/api/v2?a=b",
                "https://moi@oidc.franceconnect.gouv.fr/api/v2",
                "https:/api/v2",
                "oidc.franceconnect.gouv.fr"
            })
    void its_address_is_one_that_nobody_reads_on_the_way(String issuer) {
        refuses(
                offering(CLIENT).replace("https://oidc.franceconnect.gouv.fr/api/v2", issuer),
                "n'est pas une adresse de FranceConnect : il faut https");
    }

    @Test
    void a_simulator_on_this_machine_needs_no_tls() {
        assertThat(TenantConfigReader.read(offering(CLIENT)
                                .replace("https://oidc.franceconnect.gouv.fr/api/v2", "http://127.0.0.1:9400/api/v2"))
                        .offersFranceConnect())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "signature: es256 | signature: hs256 | les choix sont : es256, rs256",
                "userinfo: jwt-es256 | userinfo: jwt | les choix sont : jwt-es256, jwt-rs256, json",
                "entity-id: eau-malesherbois | client-authentication: basic | les choix sont : client-secret-post, private-key-jwt",
                "entity-id: eau-malesherbois | entity-id: \"à nous\" | n'est pas un identifiant donné par FranceConnect",
                "signature: es256 | secret: chut | cette rubrique n'existe pas"
            })
    void what_is_not_possible_is_told_with_its_line(String right, String wrong, String sentence) {
        refuses(offering(CLIENT).replace(right, wrong), sentence);
    }

    private static String offering(String client) {
        return MALESHERBOIS.replace("login: [email-and-password]", "login: [email-and-password, france-connect]") + "\n"
                + client;
    }

    private static void refuses(String yaml, String sentence) {
        assertThatExceptionOfType(InvalidConfiguration.class)
                .isThrownBy(() -> TenantConfigReader.read(yaml))
                .satisfies(refused -> assertThat(refused.refusals())
                        .anySatisfy(refusal -> assertThat(refusal.sentence(Locale.FRENCH))
                                .startsWith("Ligne ")
                                .contains(sentence)));
    }
}
