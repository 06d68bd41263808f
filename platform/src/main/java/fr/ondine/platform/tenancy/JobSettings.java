package fr.ondine.platform.tenancy;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How work is looked after.
 *
 * @param enabled whether this process does jobs; a command leaves them to those who serve
 * @param heartbeat how often a process says that it still works on a job; four times that after it was killed, another
 *     takes the job over
 * @param poll how often each process looks for work; a utility gets no more than its concurrent jobs each time
 * @param threads how many jobs one process works on at the same time
 * @param patience how long a process that stops waits for its jobs; what is not done then is done again by another
 */
@ConfigurationProperties("ondine.jobs")
record JobSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("5s") Duration heartbeat,
        @DefaultValue("100ms") Duration poll,
        @DefaultValue("8") int threads,
        @DefaultValue("10s") Duration patience) {

    JobSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("ondine.jobs.threads must be at least 1");
        }
    }
}
