package fr.ondine.platform.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.factors.ProofNeeded;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.TestStaff;
import fr.ondine.testing.Utilities;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Who has given their second factor a while ago gives it again, once for each code. */
@PlatformTest
class StaffProofTests {

    @Autowired
    BeanFactory beans;

    @Autowired
    StaffProof proof;

    @Autowired
    Team team;

    @Autowired
    Clock clock;

    @Test
    void a_code_proves_once_and_only_who_it_is_of_in_the_session_that_counts() {
        var staff = new TestStaff(beans, Utilities.SIEGVO);
        var known = staff.administrator();
        var anne = staff.signedIn(known);
        var stranger = staff.signedIn(staff.administrator());
        TenantContext.runAs(Utilities.SIEGVO, () -> {
            assertThat(anne.provenAt()).as("they came in with a code").isNotNull();
            var longAgo = anne.provenAt(clock.instant().minus(CurrentStaff.PROOF_LIFE));
            assertThatThrownBy(() -> team.invite(longAgo, TestStaff.freshEmail(), "Paul", StaffRole.AGENT))
                    .isInstanceOf(ProofNeeded.class);

            var code = known.recoveryCodes().getFirst();
            assertThatThrownBy(() -> proof.prove(stranger, code)).isInstanceOf(StaffSignInRefused.class);
            var fresh = proof.prove(longAgo, code);
            assertThat(team.invite(fresh, TestStaff.freshEmail(), "Paul", StaffRole.AGENT))
                    .isNotNull();
            assertThatThrownBy(() -> proof.prove(longAgo, code)).isInstanceOf(StaffSignInRefused.class);

            var ended = new CurrentStaff(
                    anne.utility(),
                    anne.id(),
                    anne.email(),
                    anne.displayName(),
                    anne.role(),
                    anne.securityVersion() - 1);
            var another = known.recoveryCodes().getLast();
            assertThatThrownBy(() -> proof.prove(ended, another)).isInstanceOf(StaffSignInRefused.class);
            assertThat(proof.prove(longAgo, another).provenAt()).isNotNull();
        });
    }

    @Test
    void guessing_codes_is_stopped() {
        var staff = new TestStaff(beans, Utilities.SIEGVO);
        var known = staff.administrator();
        var anne = staff.signedIn(known);
        TenantContext.runAs(Utilities.SIEGVO, () -> {
            for (var guess = 0; guess < 30; guess++) {
                assertThatThrownBy(() -> proof.prove(anne, "000000")).isInstanceOf(StaffSignInRefused.class);
            }
            assertThatThrownBy(() -> proof.prove(anne, known.recoveryCodes().getFirst()))
                    .as("the right one too, for a while")
                    .isInstanceOf(StaffSignInRefused.class);
        });
    }
}
