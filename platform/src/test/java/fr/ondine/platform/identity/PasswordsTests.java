package fr.ondine.platform.identity;

import static fr.ondine.testing.Utilities.MALESHERBOIS;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PasswordsTests {

    private static final int TWO_PLACES = 2;
    private static final int GUESSES = 40;
    private static final Duration DAY = Duration.ofDays(1);

    private final Passwords passwords = new Passwords(
            new IdentitySettings(10, 50, 100, 3000, 500, 5, 50, Duration.ZERO, TWO_PLACES, DAY, DAY, DAY, DAY, DAY));

    @Test
    void only_the_password_that_was_hashed_fits() {
        var hash = TenantContext.callAs(SIEGVO, () -> passwords.hash("trois chevaux gris"));
        assertThat(fits(SIEGVO, "trois chevaux gris", hash)).isTrue();
        assertThat(fits(SIEGVO, "trois chevaux noirs", hash)).isFalse();
        assertThat(fits(SIEGVO, "trois chevaux gris", null)).isFalse();
    }

    @Test
    void a_password_counts_to_its_last_sign_as_it_was_typed() {
        var longest = "la rivière coule sous le pont de pierre, ".repeat(4).substring(0, 128);
        var hash = TenantContext.callAs(SIEGVO, () -> passwords.hash(longest));
        assertThat(fits(SIEGVO, longest, hash)).isTrue();
        assertThat(fits(SIEGVO, longest.substring(0, 127), hash)).isFalse();
        assertThat(fits(SIEGVO, longest + " ", hash)).isFalse();
        assertThat(fits(SIEGVO, longest.replaceFirst("la", "La"), hash)).isFalse();
    }

    @Test
    void guesses_at_one_utility_keep_nobody_waiting_at_another() throws Exception {
        try (var flood = Executors.newFixedThreadPool(GUESSES)) {
            var guesses = IntStream.range(0, GUESSES)
                    .mapToObj(guess -> flood.submit(() -> fits(SIEGVO, "faux", null)))
                    .toList();
            guesses.getFirst().get();
            fits(MALESHERBOIS, "faux", null);
            assertThat(guesses).filteredOn(guess -> !guess.isDone()).hasSizeGreaterThan(GUESSES / 2);
            guesses.forEach(PasswordsTests::giveUp);
        }
    }

    private boolean fits(TenantId utility, String password, @Nullable String hash) {
        return TenantContext.callAs(utility, () -> passwords.fits(password, hash));
    }

    private static void giveUp(Future<Boolean> guess) {
        guess.cancel(true);
    }
}
