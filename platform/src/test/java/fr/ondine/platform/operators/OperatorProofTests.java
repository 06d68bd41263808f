package fr.ondine.platform.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.factors.ProofNeeded;
import fr.ondine.platform.fleet.FleetDirectory;
import fr.ondine.platform.fleet.UnknownUtility;
import fr.ondine.platform.tenancy.TenantClock;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.TestOperators;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

/** An operator's second factor counts for some minutes, then it is asked for again; a program's key is no session. */
@PlatformTest
@DirtiesContext // its clock is moved
class OperatorProofTests {

    private static final String NOBODY = "nobody";

    private final String from = "2001:db8::" + UUID.randomUUID();

    @Autowired
    BeanFactory beans;

    @Autowired
    ManagedFleet fleet;

    @Autowired
    OperatorSignIn door;

    @Autowired
    OperatorProof proof;

    @Autowired
    OperatorKeys keys;

    @Autowired
    KeyDoor programs;

    @Autowired
    FleetDirectory directory;

    @Autowired
    TenantClock clock;

    private TestOperators.Known known;
    private CurrentOperator anne;

    @BeforeEach
    void an_operator_who_came_in_just_now() {
        known = new TestOperators(beans).come(Permission.OPERATE);
        anne = new TestOperators(beans).signIn(known);
    }

    @Test
    void the_code_at_the_door_is_a_proof_for_five_minutes() {
        assertGoesOn(anne);

        clock.advance(CurrentOperator.PROOF_LIFE.minusSeconds(30));
        assertGoesOn(anne);
        clock.advance(Duration.ofSeconds(30));
        assertThatThrownBy(() -> suspend(anne)).isInstanceOf(ProofNeeded.class);
        assertThatThrownBy(() -> fleet.beginning(anne)).isInstanceOf(ProofNeeded.class);
        assertThatCode(() -> fleet.acts(anne, NOBODY, 1))
                .as("looking needs none")
                .doesNotThrowAnyException();
    }

    @Test
    void a_code_given_again_proves_for_as_long_and_is_written_down() {
        clock.advance(CurrentOperator.PROOF_LIFE);

        var proven = proof.prove(anne, known.factor().codeAt(clock.instant()));

        assertGoesOn(proven);
        assertThat(directory.acts("", 1)).singleElement().satisfies(act -> {
            assertThat(act.actor()).isEqualTo(anne.actor());
            assertThat(act.action()).isEqualTo("proven again");
        });
    }

    @Test
    void a_code_counts_once_and_a_wrong_one_counts_with_those_at_the_door() {
        var code = known.recoveryCodes().getFirst();
        proof.prove(anne, code);
        assertRefused(code);
        for (var attempt = 0; attempt < 4; attempt++) {
            assertRefused("000000");
        }

        assertRefused(known.recoveryCodes().getLast());
        var given = door.password(known.email(), TestOperators.PASSWORD, from);
        assertThatThrownBy(() -> door.code(given, known.recoveryCodes().getLast()))
                .isInstanceOf(OperatorSignInRefused.class);
    }

    @Test
    void a_session_that_ended_is_not_proven_any_more() {
        var administrator = new TestOperators(beans).signedIn(Permission.ADMINISTER);
        beans.getBean(Operators.class).allow(administrator, anne.id(), Permission.VIEW);

        assertRefused(known.recoveryCodes().getFirst());
    }

    @Test
    void an_act_that_lasts_is_asked_for_a_proof_before_and_not_in_its_midst() {
        clock.advance(CurrentOperator.PROOF_LIFE.minusSeconds(30));
        var acting = fleet.beginning(anne);

        clock.advance(Duration.ofSeconds(30));

        assertGoesOn(acting);
        assertThatThrownBy(() -> suspend(anne)).isInstanceOf(ProofNeeded.class);
    }

    @Test
    void a_key_needs_a_proof_when_it_is_made_and_none_after() {
        var wish = new KeyWish("nightly", Permission.OPERATE, Duration.ofDays(1));
        var key = keys.create(anne, wish, TestOperators.PASSWORD);
        clock.advance(CurrentOperator.PROOF_LIFE);

        assertGoesOn(programs.open(key, from));
        assertThatThrownBy(() -> keys.create(anne, wish, TestOperators.PASSWORD))
                .isInstanceOf(ProofNeeded.class);
    }

    private void assertRefused(String code) {
        assertThatThrownBy(() -> proof.prove(anne, code)).isInstanceOf(OperatorSignInRefused.class);
    }

    private void assertGoesOn(CurrentOperator who) {
        assertThatThrownBy(() -> suspend(who))
                .as("goes on to look for the utility")
                .isInstanceOf(UnknownUtility.class);
    }

    private void suspend(CurrentOperator who) {
        fleet.suspend(who, NOBODY, "theft");
    }
}
