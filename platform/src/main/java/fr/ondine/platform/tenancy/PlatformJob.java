package fr.ondine.platform.tenancy;

import java.time.Duration;
import java.util.UUID;

/**
 * Work of the platform itself, with no utility bound, that survives a crash: it runs at least once, until it returns
 * without an exception. So it must be harmless when run again.
 */
public interface PlatformJob {

    String name();

    void run(UUID id);

    /** How long to wait after the given number of failures in a row. */
    default Duration retryAfter(int failures) {
        return Duration.ofSeconds(Math.min(3600, 2L << Math.min(failures, 12)));
    }
}
