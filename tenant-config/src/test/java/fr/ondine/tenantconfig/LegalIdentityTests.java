package fr.ondine.tenantconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LegalIdentityTests {

    private static final String SIEGVO = BundledTenants.yaml("siegvo");

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

    @Test
    void vat_on_services_is_due_when_they_are_paid_unless_the_utility_chose_debits() {
        assertThat(TenantConfigReader.read(SIEGVO).legal().vatDue()).isEqualTo(VatDue.ON_PAYMENT);
        assertThat(TenantConfigReader.read(with("vat-due: on-debits")).legal().vatDue())
                .isEqualTo(VatDue.ON_DEBITS);
        refuses("vat-due", "not-a-choice", with("vat-due: later"));
        refuses(
                "vat-due",
                "vat-due-without-number",
                with("vat-due: on-debits").replaceFirst("(?m)^  vat-number: .*\n", ""));
    }

    @Test
    void a_company_says_its_form_its_capital_and_its_register_in_no_more_than_fits_at_a_foot() {
        var said = "SA au capital de 1 200 000 €, RCS Metz 200 078 814";

        assertThat(TenantConfigReader.read(SIEGVO).legal().registration()).isNull();
        assertThat(TenantConfigReader.read(with("registration: " + said))
                        .legal()
                        .registration())
                .isEqualTo(said);
        refuses("registration", "registration-long", with("registration: " + "S".repeat(201)));
    }

    /** The bundled utility, with one more line about who it is. */
    private static String with(String line) {
        return SIEGVO.replace("legal:\n", "legal:\n  " + line + "\n");
    }

    private static void refuses(String key, String code, String yaml) {
        assertThatExceptionOfType(InvalidConfiguration.class)
                .isThrownBy(() -> TenantConfigReader.read(yaml))
                .satisfies(refused -> assertThat(refused.refusals())
                        .extracting(Refusal::path, Refusal::code)
                        .containsExactly(tuple("legal." + key, code)));
    }

    private static LegalIdentity identity(@Nullable String vatNumber) {
        var hosting = new LegalIdentity.Hosting("Un hébergeur", "Paris");
        return new LegalIdentity(
                "Un syndicat", new Siren("200078814"), vatNumber, VatDue.defaults(), null, "Le président", hosting);
    }

    private static void refuses(String code, Runnable construction) {
        assertThatExceptionOfType(Invalid.class).isThrownBy(construction::run).withMessage(code);
    }
}
