package fr.ondine.tenantconfig;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConfigurationTextTests {

    private static final String SIEGVO = BundledTenants.yaml("siegvo");

    @Test
    void the_same_configuration_written_otherwise_has_no_difference() {
        var rewritten = "# a remark\n" + SIEGVO.replace("hosts: [siegvo.localhost]", "hosts:\n  - siegvo.localhost");

        assertThat(ConfigurationText.difference(SIEGVO, rewritten)).isEmpty();
    }

    @Test
    void each_value_that_changes_is_named_with_what_it_was_and_becomes() {
        var changed =
                SIEGVO.replace("#0b5394", "#00523c").replace("[siegvo.localhost]", "[siegvo.localhost, eau.siegvo.fr]");

        assertThat(ConfigurationText.difference(SIEGVO, changed))
                .containsExactly(
                        new ConfigurationChange("hosts[2]", null, "eau.siegvo.fr"),
                        new ConfigurationChange("brand.colour", "#0b5394", "#00523c"));
    }

    @Test
    void what_goes_is_a_difference_too() {
        assertThat(ConfigurationText.difference("a: 1\nb: 2", "a: 1"))
                .containsExactly(new ConfigurationChange("b", "2", null));
    }

    @Test
    void a_reason_that_only_the_platform_knows_names_the_line_of_its_value() {
        var refused = new ConfigurationText(SIEGVO).refusing("hosts[1]", "host-taken", "siegvo.localhost");

        assertThat(refused)
                .hasMessage("Ligne 4, hosts[1] : l'hôte « siegvo.localhost » appartient à une autre collectivité"
                        + " ou à la plateforme.");
    }
}
