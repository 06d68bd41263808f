package fr.ondine.tenantconfig;

import static fr.ondine.tenantconfig.ClaimRule.Confirmation.MAIL_TO_ADDRESS_ON_FILE;
import static fr.ondine.tenantconfig.ClaimRule.Confirmation.SECOND_PROOF;
import static fr.ondine.tenantconfig.ClaimRule.Confirmation.STAFF_APPROVAL;
import static fr.ondine.tenantconfig.Proof.CLAIM_KEY;
import static fr.ondine.tenantconfig.Proof.EMAIL_ON_FILE;
import static fr.ondine.tenantconfig.Proof.INVOICE_NUMBER;
import static fr.ondine.tenantconfig.Proof.METER_NUMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClaimRuleTests {

    static final String UNAMBIGUOUS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    static final ClaimKeyFormat KEY = new ClaimKeyFormat(UNAMBIGUOUS, 8);

    @Test
    void the_strength_of_a_key_is_its_length_times_the_bits_of_a_sign() {
        assertThat(KEY.bits()).isEqualTo(40, within(1e-9));
        assertThat(new ClaimKeyFormat("0123456789", 6).bits()).isEqualTo(19.93, within(0.01));
        assertThat(ClaimKeyFormat.bits("0101", 8)).isEqualTo(8, within(1e-9));
        assertThat(ClaimKeyFormat.bits("", 8)).isZero();
    }

    @Test
    void a_key_of_twenty_bits_opens_by_itself_and_a_weaker_one_is_refused() {
        var sixHexadecimals = new ClaimKeyFormat("0123456789ABCDEF", 5);

        assertThat(rule(List.of(CLAIM_KEY), sixHexadecimals, List.of()).opensByItself(CLAIM_KEY))
                .isTrue();
        refuses("claim-key-weak", () -> rule(List.of(CLAIM_KEY), new ClaimKeyFormat("0123456789", 6), List.of()));
    }

    @Test
    void an_e_mail_an_invoice_number_and_a_meter_number_open_nothing_by_themselves() {
        var rule = rule(List.of(EMAIL_ON_FILE, INVOICE_NUMBER, METER_NUMBER), null, List.of(MAIL_TO_ADDRESS_ON_FILE));

        assertThat(rule.proofs()).noneMatch(rule::opensByItself);
    }

    @Test
    void a_proof_that_is_not_accepted_opens_nothing() {
        var rule = rule(List.of(METER_NUMBER), null, List.of(MAIL_TO_ADDRESS_ON_FILE));

        assertThat(rule.opensByItself(CLAIM_KEY)).isFalse();
    }

    @Test
    void weak_proofs_need_a_confirmation() {
        refuses("weak-proofs-unconfirmed", () -> rule(List.of(METER_NUMBER), null, List.of()));
        refuses("weak-proofs-unconfirmed", () -> rule(List.of(METER_NUMBER), null, List.of(STAFF_APPROVAL)));
        assertThat(rule(List.of(CLAIM_KEY), KEY, List.of()).weakProofs()).isEmpty();
    }

    @Test
    void a_weak_proof_is_refused_by_its_name_and_its_bits_with_what_to_do() {
        assertThat(refusal("[meter-number]"))
                .isEqualTo(
                        "Ligne 140, claims.weak-proofs : trop faible pour ouvrir un contrat sans confirmation : numéro"
                                + " de compteur (13 bits). Il faut 20 bits. Demandez aussi une confirmation envoyée à l'adresse"
                                + " connue (mail-to-address-on-file), ou n'acceptez plus cette preuve.");
        assertThat(refusal("[invoice-number, email-on-file]"))
                .contains("numéro de facture (13 bits), adresse e-mail au dossier (0 bit)")
                .endsWith("ou n'acceptez plus ces preuves.");
    }

    @Test
    void each_proof_has_a_name_in_a_refusal() {
        for (var proof : Proof.values()) {
            assertThat(new WeakProofs(List.of(new WeakProofs.Worth(proof, 1))).in(Locale.ROOT))
                    .endsWith(" (1 bit)");
        }
    }

    @Test
    void a_second_proof_needs_two_proofs() {
        var confirmations = List.of(MAIL_TO_ADDRESS_ON_FILE, SECOND_PROOF);
        refuses("second-proof-impossible", () -> rule(List.of(METER_NUMBER), null, confirmations));
        assertThat(rule(List.of(METER_NUMBER, INVOICE_NUMBER), null, confirmations)
                        .weakProofs())
                .containsExactlyElementsOf(confirmations);
    }

    @Test
    void the_form_of_the_key_is_given_exactly_when_keys_are_accepted() {
        refuses("claim-key-missing", () -> rule(List.of(CLAIM_KEY), null, List.of()));
        refuses("claim-key-useless", () -> rule(List.of(METER_NUMBER), KEY, List.of(MAIL_TO_ADDRESS_ON_FILE)));
    }

    @Test
    void a_key_is_understood_with_spaces_and_in_lower_case_but_not_with_other_signs() {
        assertThat(KEY.normalise("k7m2 9qxd")).contains("K7M29QXD");
        assertThat(KEY.normalise("K7M2 9QX")).isEmpty();
        assertThat(KEY.normalise("K7M2 9QX0")).isEmpty();
        assertThat(KEY.display("K7M29QXD")).isEqualTo("K7M2 9QXD");
    }

    @Test
    void the_key_of_another_contract_of_the_holder_proves_only_where_it_is_long_enough_for_a_landlord() {
        assertThat(rule(List.of(CLAIM_KEY), KEY, List.of()).anyKeyOfHolderProves())
                .isTrue();
        var shortKey = new ClaimKeyFormat("ABCDEFGHJKLMNPQR", 6);
        assertThat(rule(List.of(CLAIM_KEY), shortKey, List.of()).anyKeyOfHolderProves())
                .isFalse();
        assertThat(rule(List.of(METER_NUMBER), null, List.of(MAIL_TO_ADDRESS_ON_FILE))
                        .anyKeyOfHolderProves())
                .isFalse();
    }

    @Test
    void an_alphabet_has_each_sign_once() {
        refuses("alphabet-repeats", () -> new ClaimKeyFormat("ABCA", 8));
        refuses("alphabet", () -> new ClaimKeyFormat("abc", 8));
    }

    @Test
    void limits_are_positive() {
        refuses("positive", () -> new ClaimLimits(5, 10, 0, 500));
        assertThat(ClaimLimits.defaults().perContractPerDay()).isEqualTo(5);
    }

    private static ClaimRule rule(
            List<Proof> proofs, @Nullable ClaimKeyFormat key, List<ClaimRule.Confirmation> weakProofs) {
        return new ClaimRule(
                ClaimRule.Order.ACCOUNT_FIRST,
                ClaimRule.Scope.ALL_CONTRACTS_OF_HOLDER,
                proofs,
                key,
                weakProofs,
                ClaimLimits.defaults());
    }

    /** What is said of a configuration that accepts those proofs and asks for no confirmation. */
    private static String refusal(String proofs) {
        var yaml = BundledTenants.yaml("ileo")
                .replace("[email-on-file, invoice-number, meter-number]", proofs)
                .replace("[mail-to-address-on-file, second-proof, staff-approval]", "[]");
        return catchThrowableOfType(InvalidConfiguration.class, () -> TenantConfigReader.read(yaml))
                .getMessage();
    }

    private static void refuses(String code, Runnable construction) {
        assertThatExceptionOfType(Invalid.class).isThrownBy(construction::run).withMessage(code);
    }
}
