package fr.ondine.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommonPasswordsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789012",
                "aaaaaaaaaaaa",
                "motdepasse123",
                "azertyuiop12",
                "password1234",
                "soleil123456",
                "marseille13013",
                "19451945194519",
                "jetaimemaman",
                "Jean-Philippe75",
                "bonjourmadame",
                "Éléonore2001"
            })
    void what_everybody_chooses_is_guessed_soon(String password) {
        assertThat(CommonPasswords.hold(password)).isTrue();
    }

    /** Thirty thousand of them lie in the library; those that are long enough to be chosen here. */
    @Test
    void no_password_of_the_list_of_leaked_ones_is_taken() throws IOException {
        var leaked = StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies().stream()
                .filter(password -> password.length() >= 12)
                .toList();
        assertThat(leaked).hasSizeGreaterThan(200).allMatch(CommonPasswords::hold);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"trois chevaux gris", "la rivière coule sous le pont", "le chat dort bien", "k7mq-9xdr-2v4t"})
    void some_words_that_have_nothing_to_do_with_each_other_are_not(String password) {
        assertThat(CommonPasswords.hold(password)).isFalse();
    }

    @Test
    void words_that_are_known_here_are_guessed_first() {
        assertThat(CommonPasswords.hold("zubrowiak2024")).isFalse();
        assertThat(CommonPasswords.hold("zubrowiak2024", List.of("zubrowiak"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {128, 100_000})
    void a_long_one_is_looked_at_no_longer_than_a_short_one(int length) {
        assertThat(CommonPasswords.hold("ab".repeat(length / 2))).isTrue();
    }

    /** Whoever signs up asks for this, as often as they like, and nobody knows who they are. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "4@8({[<69&#!1/|0$5+7%24@8({[<69&#!1/|0$5+7%24@8({[<69&#!1/|0$5+7%2",
                "1!|7+4@$5({[<691!|7+4@$5({[<691!|7+4@$5({[<691!|7+4@$5({[<69",
                "Kx7!q2#Lm9$Vp4@Zr8%Tn1&Wb6(Yc3)Hd5{Gf0}Js[Ae]Uo|Ri"
            })
    void none_keeps_a_processor_for_long(String password) {
        assertThat(CommonPasswords.hold(password)).isFalse();
        assertThat(IntStream.range(0, 3).mapToLong(time -> work(password)).min().orElseThrow())
                .as("milliseconds of a processor")
                .isLessThan(300);
    }

    private static long work(String password) {
        var threads = ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadCpuTime();
        CommonPasswords.hold(password);
        return Duration.ofNanos(threads.getCurrentThreadCpuTime() - before).toMillis();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4@8({[<69&#!1", "1!|7+4@$5({[<69", "8!5@2#7$9%4&1("})
    void what_is_made_of_signs_alone_is_not_guessed_soon(String password) {
        assertThat(CommonPasswords.hold(password)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"p@$$w0rd1234", "M0td3p@$$3!!", "4zerty1234567"})
    void a_word_that_is_written_with_signs_is(String password) {
        assertThat(CommonPasswords.hold(password)).isTrue();
    }
}
