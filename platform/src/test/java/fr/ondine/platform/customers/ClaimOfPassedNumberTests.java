package fr.ondine.platform.customers;

import static fr.ondine.testing.Utilities.ILEO;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.customers.ClaimOutcome.Opened;
import fr.ondine.platform.customers.ProofOutcome.MoreNeeded;
import fr.ondine.platform.customers.ProofOutcome.NotRecognised;
import fr.ondine.platform.customers.ProofOutcome.Proven;
import fr.ondine.platform.customers.ProofOutcome.TooMany;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.tenantconfig.Proof;
import fr.ondine.testing.PlatformTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Two people who bore one contract number, one after the other: each claims what is theirs. */
@PlatformTest
@Import(ClaimScene.class)
@TestPropertySource(properties = "ondine.jobs.enabled=false")
class ClaimOfPassedNumberTests {

    private static final String KEY = "K7M29QXD";
    private static final String KEY_BEFORE = "PPPP2222";
    private static final String UNTIL = "~2019-03-01"; // the day on which each agreement here starts

    @Autowired
    ClaimScene scene;

    @Autowired
    ClaimProofs proofs;

    @Autowired
    Claims claims;

    @Test
    void each_key_opens_the_contract_of_its_own_holder() {
        var number = "20" + ClaimScene.digits(7);
        var after = agreement(SIEGVO, number, KEY);
        var before = agreement(SIEGVO, number + UNTIL, KEY_BEFORE);

        assertThat(openedBy(number, KEY)).extracting(AgreementSummary::id).containsExactly(after);
        assertThat(openedBy(number, KEY_BEFORE)).singleElement().satisfies(opened -> {
            assertThat(opened.id()).isEqualTo(before);
            assertThat(opened.number()).doesNotContain("~");
        });
    }

    @Test
    void tries_at_the_number_are_counted_together() {
        var number = "20" + ClaimScene.digits(7);
        agreement(SIEGVO, number, KEY);
        agreement(SIEGVO, number + UNTIL, KEY_BEFORE);

        for (var attempt = 0; attempt < 20; attempt++) {
            assertThat(prove(SIEGVO, number, Proof.CLAIM_KEY, "AAAAAAAA")).isInstanceOf(NotRecognised.class);
        }

        assertThat(prove(SIEGVO, number, Proof.CLAIM_KEY, KEY_BEFORE)).isInstanceOf(TooMany.class);
    }

    @Test
    void two_proofs_of_one_claim_are_of_one_contract() {
        var number = "24" + ClaimScene.digits(8);
        var meter = "D19" + ClaimScene.digits(8);
        var invoiceBefore = "F25" + ClaimScene.digits(7);
        var invoice = "F25" + ClaimScene.digits(7);
        var after = agreement(ILEO, number, null);
        var before = agreement(ILEO, number + UNTIL, null);
        scene.given(ILEO, subscribers -> {
            subscribers.meter(after, meter, null);
            subscribers.invoice(after, invoice);
            subscribers.invoice(before, invoiceBefore);
            return after;
        });
        var first = (MoreNeeded) prove(ILEO, number, Proof.METER_NUMBER, meter);

        assertThat(further(first, invoiceBefore)).isInstanceOf(NotRecognised.class);
        assertThat(further(first, invoice)).isInstanceOf(Proven.class);
    }

    @Test
    void a_meter_that_is_there_for_the_next_proves_nothing_of_the_one_before() {
        var number = "24" + ClaimScene.digits(8);
        var meter = "D19" + ClaimScene.digits(8);
        agreement(ILEO, number, null);
        var before = agreement(ILEO, number + UNTIL, null);
        scene.given(ILEO, subscribers -> {
            subscribers.meter(before, meter, null);
            return before;
        });

        assertThat(prove(ILEO, number, Proof.METER_NUMBER, meter)).isInstanceOf(NotRecognised.class);
    }

    private AgreementId agreement(TenantId utility, String number, @Nullable String key) {
        return scene.given(utility, subscribers -> subscribers.agreement(subscribers.holder("X", null), number, key));
    }

    private Iterable<AgreementSummary> openedBy(String number, String key) {
        var user = scene.signedIn(SIEGVO, ClaimScene.email());
        var attempt = new ClaimAttempt(number, Proof.CLAIM_KEY, key, user.userId());
        var proven = (Proven) scene.as(SIEGVO, () -> proofs.prove(attempt, ClaimScene.visitor()));
        var outcome = scene.as(SIEGVO, () -> claims.open(user, proven.claim()));
        return ((Opened) outcome).agreements();
    }

    private ProofOutcome prove(TenantId utility, String number, Proof proof, String secret) {
        return scene.as(
                utility, () -> proofs.prove(new ClaimAttempt(number, proof, secret, null), ClaimScene.visitor()));
    }

    private ProofOutcome further(MoreNeeded first, String invoice) {
        return scene.as(
                ILEO, () -> proofs.proveFurther(first.claim(), Proof.INVOICE_NUMBER, invoice, ClaimScene.visitor()));
    }
}
