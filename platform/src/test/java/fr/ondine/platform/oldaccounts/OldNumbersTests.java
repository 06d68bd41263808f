package fr.ondine.platform.oldaccounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a former number is typed, or sent by who tries what breaks. */
class OldNumbersTests {

    @ParameterizedTest
    @ValueSource(strings = {"C-100000", " c 100.000", "C\u00a0100\u202f000", "C100000\0", "C\u0007100000\n"})
    void it_is_the_same_number(String typed) {
        assertThat(OldNumbers.tidy(typed)).isEqualTo("C100000");
    }

    @Test
    void one_that_is_longer_than_any_is_none() {
        assertThat(OldNumbers.tidy("C".repeat(200))).hasSize(200);
        assertThat(OldNumbers.tidy("C".repeat(201))).isEmpty();
    }
}
