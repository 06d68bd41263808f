package fr.ondine.platform.identity;

import static fr.ondine.platform.identity.People.VISITOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.factors.HashesDone;
import fr.ondine.platform.oldaccounts.OldSignIn.Proven;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A former password of any length costs what a short one does: some old forms take the square of its length. */
class LongOldPasswordTests extends OldAccountTest {

    private static final int MOST_SIGNS = 128;

    /** Of as many signs as are typed here each of them takes minutes. */
    private static final Duration MUCH_LESS = Duration.ofSeconds(10);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$6$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJuesI68u4OTLiBFdcbYEdFCoEOfaS35inz1",
                "$5$saltstring$5B8vYYiY.CVt1RlTTf8KbXBH3hsxY/GNooZaBBGWEc5"
            })
    void is_refused_after_the_work_that_an_empty_one_costs(String former) {
        at(UTILITY, () -> {
            var number = login(number(), null, former).number();
            var empty = HashesDone.by(() -> refused(number, ""));
            var begun = System.nanoTime();
            assertThat(HashesDone.by(() -> refused(number, "a".repeat(120_000))))
                    .isEqualTo(empty)
                    .isPositive();
            assertThat(HashesDone.by(() -> refused("C00000000", "a".repeat(120_000))))
                    .as("of a number that nobody has")
                    .isEqualTo(empty);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(MUCH_LESS);
        });
    }

    @Test
    void counts_to_its_last_sign_and_no_further_than_the_longest_that_is_read() {
        at(UTILITY, () -> {
            var longest = "a".repeat(MOST_SIGNS);
            assertThat(old.signIn(of(longest), longest, VISITOR)).isInstanceOf(Proven.class);
            refused(of(longest), longest.substring(1));
            refused(of(longest + "a"), longest + "a");
        });
    }

    @Test
    void is_measured_in_bytes_too() {
        at(UTILITY, () -> {
            var accents = "é".repeat(MOST_SIGNS);
            assertThat(old.signIn(of(accents), accents, VISITOR)).isInstanceOf(Proven.class);
            var euros = "€".repeat(MOST_SIGNS);
            refused(of(euros), euros);
        });
    }

    @Test
    void opens_nothing_of_whom_the_former_portal_had_asked_for_none() {
        at(UTILITY, () -> {
            var number = of("");
            refused(number, "a".repeat(MOST_SIGNS + 1));
            refused(number, "");
        });
    }

    @Test
    void nor_is_a_number_read_that_is_longer_than_any() {
        at(UTILITY, () -> refused("C 1".repeat(120_000), OLD_PASSWORD));
    }

    private void refused(String number, String password) {
        assertThatThrownBy(() -> old.signIn(number, password, VISITOR)).isInstanceOf(SignInRefused.class);
    }

    private String of(String password) {
        return login(number(), null, sha1(password)).number();
    }

    private static String number() {
        return "C" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
    }
}
