package fr.ondine.platform.leaks;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the ClamAV daemon (clamd) listens; without a host, files are not scanned.
 *
 * @param timeout of each step of its answer
 */
@ConfigurationProperties("ondine.scan")
record ScanSettings(
        @Nullable String host,
        @Nullable Integer port,
        @Nullable Duration timeout) {

    private static final int USUAL_PORT = 3310;
    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(20);

    int portOrUsual() {
        return port == null ? USUAL_PORT : port;
    }

    Duration timeoutOrUsual() {
        return timeout == null ? USUAL_TIMEOUT : timeout;
    }
}
