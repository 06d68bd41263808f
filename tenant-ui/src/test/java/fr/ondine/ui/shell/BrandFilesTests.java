package fr.ondine.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.tenantconfig.BundledTenants;
import fr.ondine.tenantconfig.Colour;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrandFilesTests {

    @Test
    void utilities_with_different_brands_have_files_of_different_names() {
        assertThat(files("siegvo").hash()).isNotEqualTo(files("ileo").hash());
        assertThat(files("siegvo").hash()).isEqualTo(files("siegvo").hash());
    }

    @ParameterizedTest
    @ValueSource(strings = {"siegvo", "malesherbois", "ileo"})
    void what_is_written_in_or_on_the_brand_is_readable_light_and_dark(String slug) {
        var brand = BundledTenants.read(slug).brand();

        assertThat(brand.colour().contrastWith(brand.soft())).isGreaterThanOrEqualTo(4.5);
        assertThat(brand.onColour().contrastWith(brand.strong())).isGreaterThanOrEqualTo(4.5);
        assertThat(brand.dark().contrastWith(brand.softDark())).isGreaterThanOrEqualTo(4.5);
        assertThat(brand.onDark().contrastWith(brand.dark())).isGreaterThanOrEqualTo(4.5);
        assertThat(brand.dark().contrastWith(new Colour("#10171e"))).isGreaterThanOrEqualTo(4.5);
    }

    @Test
    void the_mark_is_drawn_from_a_letter_and_a_colour() {
        assertThat(files("ileo").svg()).contains(">i</text>", "fill=\"#00687a\"");
        assertThat(files("ileo").webmanifest()).contains("\"short_name\": \"iléo\"");
    }

    private static BrandFiles files(String slug) {
        return BrandFiles.of(BundledTenants.read(slug));
    }
}
