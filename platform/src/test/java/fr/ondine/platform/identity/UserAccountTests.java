package fr.ondine.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.kernel.EmailAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UserAccountTests {

    private static final EmailAddress ADDRESS = new EmailAddress("anne@exemple.fr");

    @Test
    void a_person_is_greeted_by_their_name() {
        assertThat(called("Mme", null)).isEqualTo("Mme Dupont");
        assertThat(called(null, "Anne")).isEqualTo("Anne Dupont");
    }

    @Test
    void a_surname_alone_is_no_greeting() {
        assertThat(called(null, null)).isEqualTo(ADDRESS.value());
    }

    private static String called(@Nullable String title, @Nullable String firstName) {
        return new UserAccount(ADDRESS, new PersonName(title, firstName, "Dupont"), Instant.EPOCH)
                .signedIn("siegvo")
                .displayName();
    }
}
