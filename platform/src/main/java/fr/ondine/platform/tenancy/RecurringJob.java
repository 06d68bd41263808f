package fr.ondine.platform.tenancy;

import java.time.Duration;

/** Work of the platform itself that comes again and again, on one node at a time. */
public interface RecurringJob {

    String name();

    /** How long after its end it begins again. */
    Duration every();

    void run();
}
