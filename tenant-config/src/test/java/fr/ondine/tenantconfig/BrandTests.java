package fr.ondine.tenantconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrandTests {

    @Test
    void contrast_goes_from_one_to_twenty_one() {
        assertThat(Colour.BLACK.contrastWith(Colour.WHITE)).isEqualTo(21, within(0.001));
        assertThat(Colour.WHITE.contrastWith(Colour.WHITE)).isEqualTo(1, within(0.001));
        assertThat(new Colour("#767676").contrastWith(Colour.WHITE)).isEqualTo(4.54, within(0.005));
    }

    @Test
    void a_colour_is_six_hexadecimal_digits() {
        assertThat(new Colour("#0B5394")).hasToString("#0b5394");
        assertThat(catchThrowableOfType(Invalid.class, () -> new Colour("blue")))
                .hasMessage("colour");
    }

    @Test
    void a_colour_that_cannot_be_read_on_white_is_refused_with_the_nearest_that_can() {
        var pale = new Colour("#4a90d9");

        var refused = catchThrowableOfType(Invalid.class, () -> brand("S", pale));

        assertThat(refused.code()).isEqualTo("contrast");
        var offered = (Colour) refused.values().getLast();
        assertThat(offered.contrastWith(Colour.WHITE)).isBetween(4.5, 4.7);
        assertThat(brand("S", offered).colour()).isEqualTo(offered);
    }

    @Test
    void the_mark_is_one_letter() {
        assertThat(brand("É", Colour.BLACK).mark()).isEqualTo("É");
        assertThat(catchThrowableOfType(Invalid.class, () -> brand("SI", Colour.BLACK)))
                .hasMessage("mark");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#0b5394", "#2c6a3a", "#00687a", "#000000", "#7a0000", "#767676"})
    void everything_derived_from_the_colour_can_be_read(String hex) {
        var brand = brand("S", new Colour(hex));

        assertThat(brand.colour().contrastWith(brand.soft())).isGreaterThanOrEqualTo(4.5);
        assertThat(brand.strong().contrastWith(brand.onColour())).isGreaterThan(4.5);
        assertThat(brand.dark().contrastWith(brand.onDark())).isGreaterThan(4.5);
        assertThat(brand.dark().contrastWith(brand.softDark())).isGreaterThan(4.5);
    }

    private static Brand brand(String mark, Colour colour) {
        return new Brand(mark, colour, null);
    }
}
