package fr.ondine.ui.security;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.identity.ProvenIdentity;
import fr.ondine.platform.identity.franceconnect.Arrived;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class ComingIdentityTests {

    private static final ProvenIdentity ANGELA =
            new ProvenIdentity("https://fc.exemple.fr/api/v2", "sub", "Angela", "DUBOIS", null);

    private static final Arrived ARRIVED = new Arrived(ANGELA, "token");

    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @Test
    void who_came_is_known_for_as_long_as_a_page_is_read_and_no_longer() {
        var now = Clock.systemUTC().instant();

        ComingIdentity.keep(request, ARRIVED);

        assertThat(ComingIdentity.find(request, now.plus(Duration.ofMinutes(14))))
                .contains(ANGELA);
        assertThat(ComingIdentity.find(request, now.plus(Duration.ofMinutes(16))))
                .isEmpty();
    }

    @Test
    void who_was_forgotten_or_never_came_is_nobody() {
        var now = Clock.systemUTC().instant();
        assertThat(ComingIdentity.find(request, now)).isEmpty();

        ComingIdentity.keep(request, ARRIVED);
        ComingIdentity.forget(request);

        assertThat(ComingIdentity.find(request, now)).isEmpty();
    }

    @Test
    void that_it_was_somebody_else_counts_once() {
        ComingIdentity.another(request);

        assertThat(ComingIdentity.wasAnother(request)).isTrue();
        assertThat(ComingIdentity.wasAnother(request)).isFalse();
    }
}
