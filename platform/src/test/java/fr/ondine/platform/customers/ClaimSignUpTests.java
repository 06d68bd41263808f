package fr.ondine.platform.customers;

import static fr.ondine.testing.Utilities.ILEO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.customers.ProofOutcome.Proven;
import fr.ondine.platform.identity.NewAccount;
import fr.ondine.platform.identity.TooManyAttempts;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.tenantconfig.Proof;
import fr.ondine.testing.PlatformTest;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** One connection for everybody: whoever holds it while they do something else stops all the others. */
@PlatformTest
@Import(ClaimScene.class)
@TestPropertySource(
        properties = {
            "ondine.jobs.enabled=false",
            "ondine.database.connections=1",
            "ondine.identity.requests-per-email=1",
            "ondine.identity.least-answer=300ms"
        })
class ClaimSignUpTests {

    private static final Duration LEAST = Duration.ofMillis(300);

    @Autowired
    ClaimScene scene;

    @Autowired
    ClaimProofs proofs;

    @Autowired
    Claims claims;

    ProvenClaim claim;

    @BeforeEach
    void a_claim_that_is_proven() {
        var onFile = ClaimScene.email();
        var number = "24" + ClaimScene.digits(8);
        scene.given(ILEO, subscribers -> subscribers.agreement(subscribers.holder("LEROY", onFile), number, null));
        claim = scene.as(
                ILEO,
                () -> ((Proven) proofs.prove(
                                new ClaimAttempt(number, Proof.EMAIL_ON_FILE, onFile, null), ClaimScene.visitor()))
                        .claim());
    }

    @Test
    void attempts_are_counted_and_passwords_hashed_without_a_connection() {
        var email = ClaimScene.email();
        signUp(email);
        try (var others = Executors.newSingleThreadExecutor()) {
            scene.given(ILEO, theOnlyConnection -> {
                var again = others.submit(() -> signUp(email));
                assertThatThrownBy(() -> again.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(TooManyAttempts.class);
                return theOnlyConnection;
            });
        }
    }

    @Test
    void an_address_that_has_an_account_and_one_that_has_none_are_answered_in_the_same_time() {
        var known = ClaimScene.email();
        scene.signedIn(ILEO, known);
        assertThat(timeOf(known)).isGreaterThanOrEqualTo(LEAST);
        assertThat(timeOf(ClaimScene.email())).isGreaterThanOrEqualTo(LEAST);
    }

    private Duration timeOf(String email) {
        var start = System.nanoTime();
        signUp(email);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private ClaimOutcome signUp(String email) {
        var account = new NewAccount(new EmailAddress(email), "la rivière coule sous le pont");
        return scene.as(ILEO, () -> claims.signUp(claim, account, ClaimScene.visitor()));
    }
}
