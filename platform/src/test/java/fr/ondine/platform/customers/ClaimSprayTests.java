package fr.ondine.platform.customers;

import static fr.ondine.testing.Utilities.MALESHERBOIS;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.customers.ProofOutcome.NotRecognised;
import fr.ondine.platform.customers.ProofOutcome.TooMany;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.tenantconfig.Proof;
import fr.ondine.testing.PlatformTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Many addresses, many contracts, one key each: no single limit sees it but the utility's own. */
@PlatformTest
@Import(ClaimScene.class)
@TestPropertySource(properties = "ondine.jobs.enabled=false")
class ClaimSprayTests {

    private static final int MORE_THAN_ENOUGH = 600;

    @Autowired
    ClaimScene scene;

    @Autowired
    ClaimProofs proofs;

    @Test
    void a_spray_over_a_utility_is_stopped_there_and_nowhere_else() {
        var tries = 0;
        while (tries < MORE_THAN_ENOUGH
                && tryOnce(MALESHERBOIS, "IT" + ClaimScene.digits(5)) instanceof NotRecognised) {
            tries++;
        }
        assertThat(tries).isBetween(400, MORE_THAN_ENOUGH - 1);
        // a permit comes back every seven seconds
        assertThat(Stream.generate(() -> tryOnce(MALESHERBOIS, "IT" + ClaimScene.digits(5)))
                        .limit(5))
                .hasAtLeastOneElementOfType(TooMany.class);
        assertThat(scene.wholeAudit(MALESHERBOIS).lines())
                .filteredOn(entry -> entry.contains("claim.limited claim-all"))
                .as("told once, however many are stopped")
                .containsExactly("system claim.limited claim-all 500 in PT1H");
        assertThat(tryOnce(SIEGVO, "20" + ClaimScene.digits(7))).isInstanceOf(NotRecognised.class);
    }

    private ProofOutcome tryOnce(TenantId tenant, String number) {
        var attempt = new ClaimAttempt(number, Proof.CLAIM_KEY, "AAAAAAAA", null);
        return scene.as(tenant, () -> proofs.prove(attempt, ClaimScene.visitor()));
    }
}
