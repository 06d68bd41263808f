package fr.ondine.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.util.List;
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
}
