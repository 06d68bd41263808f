package fr.ondine.platform.tenancy;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How portals are reached from outside, for links that leave the platform.
 *
 * @param reservedHosts the platform's own host names, which no utility may have
 */
@ConfigurationProperties("ondine.portal")
record PortalSettings(
        @DefaultValue("https") String scheme,
        @DefaultValue("443") int port,
        @DefaultValue("") Set<String> reservedHosts) {

    PortalSettings {
        if (!"https".equals(scheme) && !"http".equals(scheme)) {
            throw new IllegalArgumentException("ondine.portal.scheme must be https or http");
        }
    }

    String originOf(String host) {
        var usual = "https".equals(scheme) ? 443 : 80;
        return scheme + "://" + host + (port == usual ? "" : ":" + port);
    }

    boolean isReserved(String host) {
        return reservedHosts.contains(host);
    }
}
