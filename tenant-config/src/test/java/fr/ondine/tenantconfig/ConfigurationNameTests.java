package fr.ondine.tenantconfig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationNameTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a.localhost]",
                "[a.localhost,\n  b.localhost]",
                "\n  - a.localhost\n  - b.localhost",
                "\n- a.localhost",
                "\n  - a.localhost\n\n# later\n  - b.localhost\n  # as indented",
                "\n# first\n- a.localhost"
            })
    void only_the_short_name_and_the_hosts_become_others(String hosts) throws IOException {
        var yaml = bundled().replace("[siegvo.localhost]", hosts).replace("hosts: \n", "hosts:\n");

        var renamed = ConfigurationName.change(yaml, "copie", List.of("copie.localhost", "eau.copie.fr"));

        var configuration = TenantConfigReader.read(renamed);
        assertThat(configuration.slug()).isEqualTo("copie");
        assertThat(configuration.hosts()).containsExactly("copie.localhost", "eau.copie.fr");
        assertThat(ConfigurationText.difference(yaml, renamed))
                .extracting(ConfigurationChange::path)
                .allMatch(path -> path.equals("slug") || path.startsWith("hosts"));
        assertThat(renamed).contains("\nzone: Europe/Paris\n");
    }

    private static String bundled() throws IOException {
        try (var file = ConfigurationNameTests.class.getResourceAsStream("/tenants/siegvo.yaml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
