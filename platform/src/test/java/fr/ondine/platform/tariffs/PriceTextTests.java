package fr.ondine.platform.tariffs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.kernel.UnitPrice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** French decimals are taken as they are written; what could be read in two ways is not guessed. */
class PriceTextTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,2345|1.2345",
                "1.2345|1.2345",
                "0,017|0.017",
                " 45 |45",
                "1 234,5|1234.5",
                "1\u202f234,56|1234.56",
                "1,234567|1.234567",
                "1,2345670|1.234567",
                "0|0"
            })
    void a_comma_and_a_point_part_decimals(String typed, String price) {
        assertThat(PriceText.read(typed)).isEqualTo(UnitPrice.euros(price));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,234.5", "1.234,5", "1,234,567", "1.234.567", "1'234.5"})
    void two_signs_could_mean_either(String typed) {
        assertThatThrownBy(() -> PriceText.read(typed))
                .isInstanceOf(PriceAmbiguous.class)
                .hasMessageContaining(typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "-1", "1,", ",5", "1 2", "12 34,5", "1e3", "1000000"})
    void anything_else_is_no_price(String typed) {
        assertThatThrownBy(() -> PriceText.read(typed)).isInstanceOf(PriceUnreadable.class);
    }

    @Test
    void a_seventh_decimal_would_be_lost() {
        assertThatThrownBy(() -> PriceText.read("1,2345678")).isInstanceOf(PriceTooFine.class);
    }
}
