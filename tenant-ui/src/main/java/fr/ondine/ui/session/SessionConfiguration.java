package fr.ondine.ui.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Spring Session over {@link HybridSessionRepository}; the cookie stays on the one host that set it. */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SessionConfiguration {

    @Bean
    HybridSessionRepository sessionRepository(RedisConnectionFactory redis, SessionSettings settings) {
        return new HybridSessionRepository(redis, settings.idle());
    }

    @Bean
    CookieSerializer cookieSerializer(SessionSettings settings) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(settings.secure() ? "__Host-session" : "session");
        cookie.setUseSecureCookie(settings.secure());
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setCookiePath("/");
        return cookie;
    }

    /**
     * @param idle how long a session lives without a request
     * @param secure whether the portal is served under TLS, as it is everywhere but on a developer's own machine
     */
    @ConfigurationProperties("ondine.session")
    record SessionSettings(
            @DefaultValue("30m") Duration idle,
            @DefaultValue("true") boolean secure) {}
}
