package fr.ondine.platform.customers;

import static fr.ondine.tenantconfig.ClaimRule.Confirmation.MAIL_TO_ADDRESS_ON_FILE;
import static fr.ondine.tenantconfig.ClaimRule.Confirmation.SECOND_PROOF;
import static fr.ondine.tenantconfig.ClaimRule.Confirmation.STAFF_APPROVAL;
import static fr.ondine.tenantconfig.Proof.CLAIM_KEY;
import static fr.ondine.tenantconfig.Proof.EMAIL_ON_FILE;
import static fr.ondine.tenantconfig.Proof.INVOICE_NUMBER;
import static fr.ondine.tenantconfig.Proof.METER_NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.tenantconfig.ClaimKeyFormat;
import fr.ondine.tenantconfig.ClaimLimits;
import fr.ondine.tenantconfig.ClaimRule;
import fr.ondine.tenantconfig.ClaimRule.Confirmation;
import fr.ondine.tenantconfig.Proof;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StandingTests {

    private static final List<Proof> WEAK = List.of(EMAIL_ON_FILE, INVOICE_NUMBER, METER_NUMBER);

    @Test
    void a_claim_key_opens_by_itself() {
        var rule = new ClaimRule(
                ClaimRule.Order.ACCOUNT_FIRST,
                ClaimRule.Scope.ALL_CONTRACTS_OF_HOLDER,
                List.of(CLAIM_KEY),
                new ClaimKeyFormat("23456789ABCDEFGHJKLMNPQRSTUVWXYZ", 8),
                List.of(),
                ClaimLimits.defaults());
        assertThat(Standing.of(rule, Set.of(CLAIM_KEY), false)).isEqualTo(Standing.OPENS);
    }

    @Test
    void no_weak_proof_opens_by_itself_whatever_the_order_of_confirmations() {
        for (var confirmations : List.of(
                List.of(STAFF_APPROVAL, MAIL_TO_ADDRESS_ON_FILE),
                List.of(SECOND_PROOF, MAIL_TO_ADDRESS_ON_FILE),
                List.of(MAIL_TO_ADDRESS_ON_FILE),
                List.of(MAIL_TO_ADDRESS_ON_FILE, SECOND_PROOF, STAFF_APPROVAL))) {
            for (var proof : WEAK) {
                assertThat(Standing.of(rule(confirmations), Set.of(proof), true))
                        .isNotEqualTo(Standing.OPENS);
                assertThat(Standing.of(rule(confirmations), Set.of(proof), false))
                        .isNotEqualTo(Standing.OPENS);
            }
        }
    }

    @Test
    void the_first_confirmation_that_is_possible_is_taken() {
        var rule = rule(List.of(MAIL_TO_ADDRESS_ON_FILE, SECOND_PROOF, STAFF_APPROVAL));
        assertThat(Standing.of(rule, Set.of(METER_NUMBER), true)).isEqualTo(Standing.NEEDS_MAIL);
        assertThat(Standing.of(rule, Set.of(METER_NUMBER), false)).isEqualTo(Standing.NEEDS_PROOF);
        assertThat(Standing.of(rule(List.of(MAIL_TO_ADDRESS_ON_FILE, STAFF_APPROVAL)), Set.of(METER_NUMBER), false))
                .isEqualTo(Standing.NEEDS_STAFF);
        assertThat(Standing.of(rule(List.of(MAIL_TO_ADDRESS_ON_FILE)), Set.of(METER_NUMBER), false))
                .isEqualTo(Standing.STUCK);
    }

    @Test
    void an_invoice_and_a_meter_number_together_open_but_an_email_adds_nothing() {
        var rule = rule(List.of(SECOND_PROOF, MAIL_TO_ADDRESS_ON_FILE));
        assertThat(Standing.of(rule, Set.of(METER_NUMBER, INVOICE_NUMBER), false))
                .isEqualTo(Standing.OPENS);
        assertThat(Standing.of(rule, Set.of(METER_NUMBER, EMAIL_ON_FILE), true)).isEqualTo(Standing.NEEDS_PROOF);
        assertThat(Standing.sufficient(rule, Set.of(METER_NUMBER))).containsExactly(INVOICE_NUMBER);
        assertThat(Standing.sufficient(rule, Set.of(EMAIL_ON_FILE))).isEmpty();
    }

    @Test
    void without_a_further_proof_staff_decide_only_where_the_rule_says_so() {
        assertThat(Standing.withoutFurtherProof(rule(List.of(MAIL_TO_ADDRESS_ON_FILE, SECOND_PROOF, STAFF_APPROVAL))))
                .isEqualTo(Standing.NEEDS_STAFF);
        assertThat(Standing.withoutFurtherProof(rule(List.of(MAIL_TO_ADDRESS_ON_FILE, SECOND_PROOF))))
                .isEqualTo(Standing.STUCK);
    }

    private static ClaimRule rule(List<Confirmation> confirmations) {
        return new ClaimRule(
                ClaimRule.Order.CLAIM_FIRST,
                ClaimRule.Scope.ONE_CONTRACT,
                WEAK,
                null,
                confirmations,
                ClaimLimits.defaults());
    }
}
