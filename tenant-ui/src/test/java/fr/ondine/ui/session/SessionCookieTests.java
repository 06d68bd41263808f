package fr.ondine.ui.session;

import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.tenancy.TenantContext;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer.CookieValue;

/** The name of a session, and the cookie that carries it where the portal is served under TLS, as it is everywhere. */
class SessionCookieTests {

    private static final SessionSettings SETTINGS =
            new SessionSettings(Duration.ofMinutes(30), Duration.ofHours(12), true);
    private static final int BITS = 256;

    private final HybridSessionRepository sessions =
            new HybridSessionRepository(new LettuceConnectionFactory(), SETTINGS);

    @Test
    void the_cookie_stays_on_the_host_that_set_it_and_out_of_reach_of_scripts() {
        var answer = new MockHttpServletResponse();
        new SessionConfiguration()
                .cookieSerializer(SETTINGS)
                .writeCookieValue(new CookieValue(new MockHttpServletRequest(), answer, "a-name"));

        assertThat(answer.getHeader("Set-Cookie"))
                .startsWith("__Host-session=")
                .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Domain");
        assertThat(SETTINGS.cookie("remember")).isEqualTo("__Host-remember");
    }

    @Test
    void a_session_has_a_name_that_nobody_guesses_and_gets_another_one() {
        TenantContext.runAs(SIEGVO, () -> {
            var names = new HashSet<String>();
            for (var round = 0; round < 100; round++) {
                var session = sessions.createSession();
                names.add(session.getId());
                names.add(session.changeSessionId());
            }
            assertThat(names)
                    .hasSize(200)
                    .allMatch(name -> Base64.getUrlDecoder().decode(name).length * Byte.SIZE == BITS);
        });
    }
}
