package fr.ondine.tenantconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogoTests {

    private static final FileId FILE = new FileId("0f3c1b52-7c8e-4a57-9d3a-1c2b3a4d5e6f");

    @ParameterizedTest
    @CsvSource({
        "480, 120, 176, 44",
        "900, 90, 176, 18",
        "512, 512, 44, 44",
        "200, 600, 15, 44",
        "20, 10, 88, 44",
        "2000, 1, 176, 1"
    })
    void it_is_as_large_as_there_is_room_and_not_distorted(int width, int height, int shownWidth, int shownHeight) {
        assertThat(new Logo(FILE, width, height).within(176, 44)).isEqualTo(new Logo(FILE, shownWidth, shownHeight));
    }

    @Test
    void it_is_named_by_the_identifier_of_an_uploaded_file() {
        assertThat(new Logo(FILE, 1, 1).path()).isEqualTo("/branding/logo/" + FILE.value());
        assertThat(catchThrowableOfType(Invalid.class, () -> new FileId("../logo.png")))
                .hasMessage("file");
    }

    @Test
    void it_has_from_one_to_two_thousand_pixels_each_way() {
        assertThat(catchThrowableOfType(Invalid.class, () -> new Logo(FILE, 0, 10))
                        .field())
                .isEqualTo("width");
        assertThat(catchThrowableOfType(Invalid.class, () -> new Logo(FILE, 10, 2001))
                        .field())
                .isEqualTo("height");
    }

    @Test
    void a_configuration_may_name_one_and_is_refused_at_the_line_of_what_is_wrong_with_it() {
        var logo = "  logo:\n    file: " + FILE + "\n    width: 480\n    height: 120\n\nwords:";
        var yaml = BundledTenants.yaml("ileo").replace("\nwords:", logo);
        var line = yaml.substring(0, yaml.indexOf("height: 120")).lines().count();

        assertThat(TenantConfigReader.read(yaml).brand().logo()).isEqualTo(new Logo(FILE, 480, 120));
        assertThat(catchThrowableOfType(
                                InvalidConfiguration.class,
                                () -> TenantConfigReader.read(yaml.replace("height: 120", "height: 99999")))
                        .refusals())
                .singleElement()
                .satisfies(refusal -> {
                    assertThat(refusal.path()).isEqualTo("brand.logo.height");
                    assertThat(refusal.line()).isEqualTo((int) line);
                });
        assertThat(BundledTenants.read("ileo").brand().logo()).isNull();
    }
}
