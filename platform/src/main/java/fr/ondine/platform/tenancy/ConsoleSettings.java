package fr.ondine.platform.tenancy;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where operators work.
 *
 * @param host the console's own host name, which no utility may have; without one there is no console
 */
@ConfigurationProperties("ondine.console")
record ConsoleSettings(@Nullable String host) {

    ConsoleSettings {
        if (host != null && !host.matches("[a-z0-9.-]+")) {
            throw new IllegalArgumentException("ondine.console.host must be a host name in lower case, not " + host);
        }
    }
}
