package fr.ondine.tenantconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.ondine.tenantconfig.FranceConnect.Signature;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProConnectTests {

    private static final String CLIENT = """
            pro-connect:
              issuer: https://auth.agentconnect.gouv.fr/api/v2
              client-id: 6925fb8143c76eded44d32b40c0cb1006065f7f003de52712b78985704f39950
              signature: es256
              sirets: ["200 055 002 00014"]
            """;

    @ParameterizedTest
    @ValueSource(strings = {"siegvo", "malesherbois", "ileo"})
    void a_utility_that_does_not_say_so_has_none(String slug) {
        assertThat(BundledTenants.read(slug).proConnect()).isNull();
    }

    @Test
    void a_utility_has_a_client_of_its_own_and_says_whose_people_may_come_in() {
        var client = TenantConfigReader.read(having(CLIENT)).proConnect();

        assertThat(client)
                .isEqualTo(new ProConnect(
                        URI.create("https://auth.agentconnect.gouv.fr/api/v2"),
                        "6925fb8143c76eded44d32b40c0cb1006065f7f003de52712b78985704f39950",
                        Signature.ES256,
                        List.of(new Siret("20005500200014"))));
        assertThat(client.isFor("20005500200014")).isTrue();
        assertThat(client.isFor("20007881400013")).isFalse();
        assertThat(client.isFor("")).isFalse();
    }

    @Test
    void a_simulator_on_this_machine_needs_no_tls() {
        assertThat(TenantConfigReader.read(
                                having(CLIENT.replace("https://auth.agentconnect.gouv.fr", "http://127.0.0.1:9400")))
                        .proConnect())
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"200 055 002 00014", "35600000000048", "35600000049837"})
    void a_siret_ends_with_its_check_digit_but_at_a_post_office(String siret) {
        assertThat(new Siret(siret).value()).isEqualTo(siret.replace(" ", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "200 055 002, siret-form",
        "2000550020001A, siret-form",
        "'', siret-form",
        "٢٠٠٠٥٥٠٠٢٠٠٠١٤, siret-form",
        "200 055 002 00015, siret-check",
        "200 055 003 00012, siret-check",
        "35600000049838, siret-check"
    })
    void another_number_is_none(String number, String code) {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> new Siret(number))
                .withMessage(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://auth | http://auth | n'est pas une adresse de ProConnect : il faut https",
                "/api/v2 | /api/v2/ | n'est pas une adresse de ProConnect",
                "6925fb8143c76eded44d32b40c0cb1006065f7f003de52712b78985704f39950 | \"à nous\" | n'est pas un identifiant donné par ProConnect",
                "signature: es256 | signature: hs256 | les choix sont : es256, rs256",
                "signature: es256 | secret: chut | cette rubrique n'existe pas",
                "[\"200 055 002 00014\"] | [] | il faut au moins une valeur",
                "[\"200 055 002 00014\"] | [\"20005500200014\", \"200 055 002 00014\"] | est écrite deux fois",
                "200 055 002 00014 | 200 055 002 00015 | sa clé de contrôle ne correspond pas",
                "200 055 002 00014 | 200 055 002 | il faut quatorze chiffres"
            })
    void what_is_not_possible_is_told_with_its_line(String right, String wrong, String sentence) {
        assertThatExceptionOfType(InvalidConfiguration.class)
                .isThrownBy(() -> TenantConfigReader.read(having(CLIENT.replace(right, wrong))))
                .satisfies(refused -> assertThat(refused.refusals())
                        .anySatisfy(refusal -> assertThat(refusal.sentence(Locale.FRENCH))
                                .startsWith("Ligne ")
                                .contains(sentence)));
    }

    private static String having(String client) {
        return BundledTenants.yaml("malesherbois") + "\n" + client;
    }
}
