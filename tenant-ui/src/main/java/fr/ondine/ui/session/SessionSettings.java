package fr.ondine.ui.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people's browsers and the portal know each other again.
 *
 * @param idle how long a session lives without a request
 * @param longest how long one lives at most since somebody showed in it who they are
 * @param secure whether the portal is served under TLS, as it is everywhere but on a developer's own machine
 */
@ConfigurationProperties("ondine.session")
public record SessionSettings(
        @DefaultValue("30m") Duration idle,
        @DefaultValue("12h") Duration longest,
        @DefaultValue("true") boolean secure) {

    /** The name of a cookie that no other host and no subdomain can set; the prefix works under TLS only. */
    public String cookie(String name) {
        return secure ? "__Host-" + name : name;
    }
}
