package fr.ondine.tenantconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundledTenantsTests {

    @ParameterizedTest
    @ValueSource(strings = {"siegvo", "malesherbois", "ileo"})
    void each_is_a_valid_configuration_under_its_own_slug_and_host(String slug) {
        var config = BundledTenants.read(slug);

        assertThat(config.slug()).isEqualTo(slug);
        assertThat(config.canonicalHost()).isEqualTo(slug + ".localhost");
    }

    @Test
    void a_utility_that_is_not_bundled_has_none() {
        assertThatIllegalArgumentException().isThrownBy(() -> BundledTenants.yaml("nowhere"));
    }

    @Test
    void siegvo_and_le_malesherbois_open_a_contract_by_its_claim_key() {
        assertThat(BundledTenants.read("siegvo").claims().opensByItself(Proof.CLAIM_KEY))
                .isTrue();
        assertThat(BundledTenants.read("malesherbois").claims().opensByItself(Proof.CLAIM_KEY))
                .isTrue();
    }

    @Test
    void none_of_the_proofs_of_ileo_opens_a_contract_by_itself() {
        var claims = BundledTenants.read("ileo").claims();

        assertThat(claims.order()).isEqualTo(ClaimRule.Order.CLAIM_FIRST);
        assertThat(claims.proofs()).hasSize(3).noneMatch(claims::opensByItself);
    }

    @ParameterizedTest
    @ValueSource(strings = {"siegvo", "malesherbois", "ileo"})
    void no_text_speaks_of_what_the_portal_cannot_do_yet(String slug) {
        assertThat(BundledTenants.yaml(slug)).doesNotContainIgnoringCase("FranceConnect", "France Connect", "démarche");
    }

    @Test
    void ileo_tells_its_own_news_of_which_the_portal_promises_nothing() {
        var news = BundledTenants.read("ileo").publicTexts().news();

        assertThat(news)
                .anySatisfy(item -> assertThat(item.text())
                        .contains("iléo propose un service de traduction en braille pour ses abonnés"))
                .anySatisfy(item -> assertThat(item.text()).contains("Allennes du 3 au 13 décembre"));
        assertThat(BundledTenants.read("siegvo").publicTexts().news()).isEmpty();
    }
}
