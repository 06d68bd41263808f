package fr.ondine.ui.staff;

import static fr.ondine.tenantconfig.ClaimRule.Confirmation.MAIL_TO_ADDRESS_ON_FILE;
import static fr.ondine.tenantconfig.Proof.CLAIM_KEY;
import static fr.ondine.tenantconfig.Proof.EMAIL_ON_FILE;
import static fr.ondine.tenantconfig.Proof.METER_NUMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.tenantconfig.BundledTenants;
import fr.ondine.tenantconfig.ClaimLimits;
import fr.ondine.tenantconfig.ClaimRule.Confirmation;
import fr.ondine.tenantconfig.ClaimRule.Order;
import fr.ondine.tenantconfig.ClaimRule.Scope;
import fr.ondine.tenantconfig.ConfigurationEdit;
import fr.ondine.tenantconfig.Proof;
import fr.ondine.tenantconfig.TenantConfigReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClaimDraftTests {

    private static final String SIEGVO = BundledTenants.yaml("siegvo");
    private static final ClaimDraft.Key DIGITS = new ClaimDraft.Key("Clé", "0123456789", 7);

    @Test
    void is_worth_what_its_weakest_proof_is_worth() {
        assertThat(draft(List.of(CLAIM_KEY)).weakestBits()).isEqualTo(23);
        assertThat(draft(List.of(CLAIM_KEY, METER_NUMBER)).weakestBits()).isEqualTo(13);
        assertThat(draft(List.of(METER_NUMBER, EMAIL_ON_FILE)).weakestBits()).isZero();
        assertThat(draft(List.of()).weakestBits()).isZero();
    }

    @Test
    void is_written_over_the_rule_in_force_whose_limits_stay() {
        var limited = new ConfigurationEdit(SIEGVO)
                .with(
                        "claims.limits",
                        Map.of(
                                "per-contract-per-day", 3,
                                "per-account-per-day", 4,
                                "per-address-per-hour", 5,
                                "per-tenant-per-hour", 6))
                .yaml();
        var config = TenantConfigReader.read(
                draft(List.of(METER_NUMBER, CLAIM_KEY), MAIL_TO_ADDRESS_ON_FILE).in(limited));
        var rule = config.claims();

        assertThat(rule.order()).isEqualTo(Order.CLAIM_FIRST);
        assertThat(rule.opens()).isEqualTo(Scope.ONE_CONTRACT);
        assertThat(rule.proofs()).containsExactly(METER_NUMBER, CLAIM_KEY);
        assertThat(rule.bits(CLAIM_KEY)).isEqualTo(23);
        assertThat(rule.limits()).isEqualTo(new ClaimLimits(3, 4, 5, 6));
        assertThat(config.words().claimKey()).isEqualTo("Clé");
    }

    @Test
    void without_a_key_among_its_proofs_it_says_nothing_of_keys() {
        var rule = TenantConfigReader.read(
                        draft(List.of(METER_NUMBER), MAIL_TO_ADDRESS_ON_FILE).in(SIEGVO))
                .claims();
        assertThat(rule.claimKey()).isNull();
        assertThat(rule.weakProofs()).containsExactly(MAIL_TO_ADDRESS_ON_FILE);
    }

    @Test
    void what_is_left_empty_is_refused_as_missing() {
        var empty = new ClaimDraft(
                Order.ACCOUNT_FIRST, Scope.ONE_CONTRACT, List.of(CLAIM_KEY), new ClaimDraft.Key(" ", "", 8), List.of());
        assertThatThrownBy(() -> TenantConfigReader.read(empty.in(SIEGVO)))
                .hasMessageContaining("claims.claim-key.alphabet : cette rubrique manque");
    }

    private static ClaimDraft draft(List<Proof> proofs, Confirmation... confirmations) {
        return new ClaimDraft(Order.CLAIM_FIRST, Scope.ONE_CONTRACT, proofs, DIGITS, List.of(confirmations));
    }
}
