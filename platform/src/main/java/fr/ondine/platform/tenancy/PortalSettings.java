package fr.ondine.platform.tenancy;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How portals are reached from outside, for links that leave the platform. */
@ConfigurationProperties("ondine.portal")
record PortalSettings(
        @DefaultValue("https") String scheme,
        @DefaultValue("443") int port) {

    String originOf(String host) {
        var usual = "https".equals(scheme) ? 443 : 80;
        return scheme + "://" + host + (port == usual ? "" : ":" + port);
    }
}
