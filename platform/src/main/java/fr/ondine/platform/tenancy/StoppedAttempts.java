package fr.ondine.platform.tenancy;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts, for who watches from outside, attempts that a limit stops. */
@Component
public class StoppedAttempts {

    private final MeterRegistry registry;

    StoppedAttempts(MeterRegistry registry) {
        this.registry = registry;
    }

    /** One more at the bound utility. */
    public void countHere(RateLimit limit) {
        count(TenantContext.current().slug(), limit);
    }

    /** One more at the operators' console. */
    public void countAtConsole(RateLimit limit) {
        count(MeasuredUtility.CONSOLE, limit);
    }

    private void count(String whose, RateLimit limit) {
        Counter.builder("ondine.attempts.stopped")
                .description("attempts to come in, or to claim, that were over a limit")
                .tag(MeasuredUtility.TAG, whose)
                .tag("limit", limit.kind())
                .tag("reach", limit.isOfAll() ? "utility" : "one")
                .register(registry)
                .increment();
    }
}
