package fr.ondine.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuessableWordsTests {

    private static final EmailAddress EMAIL = new EmailAddress("anne.dupont@exemple.fr");

    @ParameterizedTest
    @CsvSource({
        "malesherbois26, malesherbois",
        "MalesherBOIS-26, malesherbois",
        "eau-malesherbes, malesherbes",
        "anne.dupont@exemple.fr, anne.dupont@exemple.fr",
        "Dupont-Dupont1, dupont",
        "ondine-ondine, ondine",
        "mon Compteur 1, compteur",
        "abonné-abonné, abonne",
        "ma Facture 2026, facture"
    })
    void count_for_nothing(String password, String word) {
        assertThat(decisive(password)).contains(word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"trois chevaux gris", "le compteur du voisin chante", "dupont aime les chevaux"})
    void leave_enough_in_a_password_of_more_words(String password) {
        assertThat(decisive(password)).isEmpty();
    }

    @Test
    void are_only_those_of_this_place() {
        assertThat(decisive("siegvo-siegvo")).isEmpty();
    }

    private static Optional<String> decisive(String password) {
        return GuessableWords.decisive(
                password, 12, GuessableWords.of(EMAIL, "Régie d'eau Le Malesherbois", "malesherbes"));
    }
}
