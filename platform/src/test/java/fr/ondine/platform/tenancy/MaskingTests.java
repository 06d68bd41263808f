package fr.ondine.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "550 5.1.1 <marie.durand+eau@exemple.fr>: no such user",
                "to marie@eau-malesherbois.exemple.fr",
                "IBAN FR7630006000011234567890189 refused",
                "IBAN FR76 3000 6000 0112 3456 7890 189 refused",
                "Invalid API Key provided: sk_live_51Habcdef",
                "signed with whsec_abcdef0123",
                "Bearer ondk_abcdef0123",
                "GET /mot-de-passe?jeton=Zm9vYmFy&etape=2",
                "email=marie%40exemple.fr&password=mon+secret"
            })
    void what_names_a_person_or_opens_something_is_not_in_the_log(String said) {
        assertThat(Masking.mask(said))
                .contains("***")
                .doesNotContain("marie", "exemple", "3000", "51Habc", "abcdef", "Zm9v", "secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ERROR: relation \"t_siegvo.invoice\" does not exist",
                "mail 0190f3a2-7b1c-7d3e-8f00-0123456789ab may have arrived",
                "at fr.ondine.ui.OndineApplication.main(OndineApplication.java:24)",
                "java.net.ConnectException: Connection refused: localhost/127.0.0.1:5432",
                "fr.ondine.platform.tenancy.Tenants@1b2c3d",
                "LOGGED IN AS OPERATOR 2026-11-28T21:00:00Z"
            })
    void what_an_operator_needs_is(String said) {
        assertThat(Masking.mask(said)).isEqualTo(said);
    }
}
