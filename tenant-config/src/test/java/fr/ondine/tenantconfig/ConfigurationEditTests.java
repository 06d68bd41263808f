package fr.ondine.tenantconfig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A form changes what it shows, and nothing else. */
class ConfigurationEditTests {

    @ParameterizedTest
    @ValueSource(strings = {"siegvo", "malesherbois", "ileo"})
    void what_is_not_edited_stays_the_same_configuration(String slug) throws IOException {
        var before = yaml(slug);

        var after = new ConfigurationEdit(before).yaml();

        assertThat(ConfigurationText.difference(before, after)).isEmpty();
        assertThat(TenantConfigReader.read(after)).isEqualTo(TenantConfigReader.read(before));
    }

    @ParameterizedTest
    @ValueSource(strings = {"siegvo", "malesherbois", "ileo"})
    void texts_lists_and_groups_are_replaced(String slug) throws IOException {
        var before = yaml(slug);

        var after = TenantConfigReader.read(new ConfigurationEdit(before)
                .with("contact.opening-hours", List.of("Lundi : 8 h", "# Mardi: \"12\""))
                .with("contact.email", "eau@exemple.fr")
                .with(
                        "public-texts.news",
                        List.of(Map.of("title", "1.00", "published-on", "2026-01-31", "text", "x\ny")))
                .yaml());

        assertThat(after.contact().openingHours()).containsExactly("Lundi : 8 h", "# Mardi: \"12\"");
        assertThat(after.contact().email()).isEqualTo("eau@exemple.fr");
        assertThat(after.publicTexts().news())
                .containsExactly(new NewsItem("1.00", java.time.LocalDate.of(2026, 1, 31), "x\ny"));
    }

    private static String yaml(String slug) throws IOException {
        try (var file = ConfigurationEditTests.class.getResourceAsStream("/tenants/" + slug + ".yaml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
