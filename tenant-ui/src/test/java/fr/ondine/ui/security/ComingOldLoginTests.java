package fr.ondine.ui.security;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.oldaccounts.ProvenOldLogin;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** A former login that was proven waits in the session for as long as a page is filled in. */
class ComingOldLoginTests {

    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final ProvenOldLogin login = new ProvenOldLogin(UUID.randomUUID(), "Jeanne", "Petit", null);

    @Test
    void waits_for_some_minutes_and_no_longer() {
        ComingOldLogin.keep(request, login);
        var begun = Instant.now();

        assertThat(ComingOldLogin.find(request, begun)).contains(login);
        assertThat(ComingOldLogin.find(
                        request, begun.plus(ComingOldLogin.LONGEST).minusSeconds(30)))
                .contains(login);
        assertThat(ComingOldLogin.find(request, begun.plus(ComingOldLogin.LONGEST)))
                .isEmpty();
    }

    @Test
    void waits_in_a_session_that_nobody_knew_before() {
        var before = request.getSession().getId();

        ComingOldLogin.keep(request, login);

        assertThat(request.getSession().getId()).isNotEqualTo(before);
        assertThat(ComingOldLogin.find(new MockHttpServletRequest(), Instant.now()))
                .isEmpty();
    }
}
