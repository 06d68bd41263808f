package fr.ondine.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrailleTextTests {

    @ParameterizedTest
    @CsvSource({
        "M. Łukasz Ševčík, M. Lukasz Sevcik",
        "Ngô Đức, Ngô Duc",
        "Mme Élise d'Aubigné-Müller, Mme Élise d'Aubigné-Müller",
        "L'Haÿ-les-Roses œuvre Ça, L'Haÿ-les-Roses œuvre Ça"
    })
    void letters_that_french_braille_lacks_lose_their_marks_and_others_stay(String written, String typed) {
        assertThat(BrailleText.of(written)).isEqualTo(typed);
    }

    @Test
    void a_line_is_not_lost_for_a_backslash() {
        assertThat(BrailleText.of("12 rue A \\ Bat B")).isEqualTo("12 rue A \\\\ Bat B");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "26\u00a0971,92\u00a0€ | 26971,92 €",
                "1\u00a0234\u00a0567\u00a0€ | 1234567 €",
                "1\u202f240\u00a0m³ | 1240 m³",
                "20\u00a01234\u00a0506 | 20 1234 506",
                "FR76\u00a00000\u00a0123. | FR76 0000 123."
            })
    void an_amount_is_one_word_and_other_numbers_are_read_as_they_are_printed(String written, String typed) {
        assertThat(BrailleText.of(written)).isEqualTo(typed);
    }
}
