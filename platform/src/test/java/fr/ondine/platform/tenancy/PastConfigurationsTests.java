package fr.ondine.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.migrations.OndineDatabase;
import fr.ondine.migrations.Registration;
import fr.ondine.platform.fleet.ConfigurationVersion;
import fr.ondine.platform.fleet.FleetDirectory;
import fr.ondine.tenantconfig.ConfigurationEdit;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.Utilities;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which configuration speaks for a utility at a moment of the past. */
@PlatformTest
class PastConfigurationsTests {

    private static final TenantId UTILITY = new TenantId("past_words");
    private static final String YAML = Utilities.like(Utilities.SIEGVO, UTILITY.slug());

    @Autowired
    Tenants tenants;

    @Autowired
    TenantProvisioning provisioning;

    @Autowired
    FleetDirectory directory;

    @Autowired
    OndineDatabase database;

    @BeforeEach
    void three_of_which_one_cannot_be_read() {
        provisioning.provision(YAML);
        database.register(new Registration(
                UTILITY.slug(), "Unread", "name: of a release to come", List.of("past-words.localhost"), "test", ""));
        provisioning.configure(named("Third"), "test", "");
    }

    @Test
    void it_is_the_one_that_was_in_force_then() {
        assertThat(nameAt(applied(1))).isEqualTo("SIEGVO");
        assertThat(nameAt(applied(3))).isEqualTo("Third");
        assertThat(nameAt(applied(3).plusSeconds(3600))).isEqualTo("Third");
    }

    @Test
    void before_all_of_them_it_is_the_first() {
        assertThat(nameAt(applied(1).minusSeconds(3600))).isEqualTo("SIEGVO");
    }

    @Test
    void in_the_place_of_one_that_cannot_be_read_it_is_the_one_in_force_now() {
        assertThat(nameAt(applied(2))).isEqualTo("Third");
        provisioning.configure(named("Fourth"), "test", "");
        assertThat(nameAt(applied(2))).isEqualTo("Fourth");
    }

    private String nameAt(Instant moment) {
        return TenantContext.callAs(UTILITY, () -> tenants.at(moment).name());
    }

    private Instant applied(int version) {
        return directory.history(UTILITY.slug()).stream()
                .filter(known -> known.version() == version)
                .map(ConfigurationVersion::appliedAt)
                .findFirst()
                .orElseThrow();
    }

    private static String named(String name) {
        return new ConfigurationEdit(YAML).with("name", name).yaml();
    }
}
