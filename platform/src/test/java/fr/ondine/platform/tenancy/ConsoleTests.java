package fr.ondine.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which hosts are the platform's own to give, and which a utility may bring. */
class ConsoleTests {

    @ParameterizedTest
    @CsvSource({
        "console.ondine.fr, siegvo.ondine.fr, true",
        "console.ondine.fr, ondine.fr, true",
        "console.ondine.fr, portail.siegvo.com, false",
        "console.ondine.fr, notondine.fr, false",
        "console, portail.siegvo.com, true",
        ", portail.siegvo.com, true"
    })
    void a_name_beside_the_consoles_is_the_platforms(@Nullable String console, String host, boolean isOurs) {
        assertThat(new Console(new ConsoleSettings(console), settings()).isBeside(host))
                .isEqualTo(isOurs);
    }

    private static PortalSettings settings() {
        return new PortalSettings("https", 443, Set.of());
    }
}
