package fr.ondine.platform.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.kernel.EmailAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StrongPasswordsTests {

    private static final EmailAddress ANNE = new EmailAddress("anne@exemple.fr");
    private static final String PASSWORD = "trois chevaux gris";

    private final StrongPasswords passwords = new StrongPasswords(() -> new String[0], Duration.ofMillis(100));

    @Test
    void only_the_password_that_was_hashed_fits_and_none_that_is_longer_than_any() {
        var hash = passwords.hash(PASSWORD, ANNE);
        assertThat(passwords.fits(PASSWORD, hash)).isTrue();
        assertThat(passwords.fits("trois chevaux noirs", hash)).isFalse();
        assertThat(passwords.fits(PASSWORD, null)).isFalse();
        assertThat(passwords.fits(PASSWORD.repeat(60_000), hash)).isFalse();
    }

    @Test
    void who_finds_both_places_taken_is_told_so_after_a_while_and_comes_in_once_one_is_free() throws Exception {
        var hash = passwords.hash(PASSWORD, ANNE);
        var taken = new CountDownLatch(2);
        var isOver = new CountDownLatch(1);
        var others = IntStream.range(0, 2)
                .mapToObj(each -> Thread.ofVirtual().start(() -> passwords.inTurn(() -> hold(taken, isOver))))
                .toList();
        taken.await();
        assertThatThrownBy(() -> passwords.fits(PASSWORD, hash)).isInstanceOf(HashingBusy.class);
        assertThatThrownBy(() -> passwords.fits(PASSWORD, null))
                .as("nor is it told by this whether there is an account")
                .isInstanceOf(HashingBusy.class);
        isOver.countDown();
        for (var other : others) {
            other.join();
        }
        assertThat(passwords.fits(PASSWORD, hash)).isTrue();
    }

    private static boolean hold(CountDownLatch taken, CountDownLatch isOver) {
        taken.countDown();
        try {
            return isOver.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }
}
