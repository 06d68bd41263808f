package fr.ondine.tenantconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LegalIdentityTests {

    @Test
    void a_siren_has_nine_digits_of_which_the_last_checks_the_others() {
        assertThat(new Siren("200 078 814")).hasToString("200078814");
        assertThat(new Siren("200078814").display()).isEqualTo("200 078 814");
        refuses("siren-check", () -> new Siren("200 078 841"));
        refuses("siren-form", () -> new Siren("20007881"));
    }

    @Test
    void a_vat_number_is_the_one_of_the_siren() {
        assertThat(identity("FR66200078814").vatNumber()).isEqualTo("FR66200078814");
        assertThat(identity("FR66 200 078 814").vatNumber()).isEqualTo("FR66200078814");
        refuses("vat-number", () -> identity("FR6620078814"));
        refuses("vat-number", () -> identity("FR67200078814"));
    }

    @Test
    void a_utility_outside_vat_has_no_number() {
        assertThat(identity(null).vatNumber()).isNull();
    }

    private static LegalIdentity identity(@Nullable String vatNumber) {
        var hosting = new LegalIdentity.Hosting("Un hébergeur", "Paris");
        return new LegalIdentity("Un syndicat", new Siren("200078814"), vatNumber, "Le président", hosting);
    }

    private static void refuses(String code, Runnable construction) {
        assertThatExceptionOfType(Invalid.class).isThrownBy(construction::run).withMessage(code);
    }
}
