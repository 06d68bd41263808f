package fr.ondine.platform.tenancy;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Has each utility that is open do its part of a recurring job: one after the other, bound while it works. */
@Component
public class OpenTenants {

    private static final Logger LOG = LoggerFactory.getLogger(OpenTenants.class);

    private final Tenants tenants;

    OpenTenants(Tenants tenants) {
        this.tenants = tenants;
    }

    /**
     * What fails for one utility waits for the job's next round, and keeps no other from it.
     *
     * @throws IllegalStateException at the end if it failed for any, so that the job counts as failing
     */
    public void each(RecurringJob job, Runnable work) {
        var failures = tenants.all().stream()
                .filter(tenant -> tenants.serving(tenant) == Serving.OPEN)
                .map(tenant -> failure(tenant, job, work))
                .filter(Objects::nonNull)
                .toList();
        if (!failures.isEmpty()) {
            throw new IllegalStateException(
                    "%s failed for %d utilities".formatted(job.name(), failures.size()), failures.getFirst());
        }
    }

    private static @Nullable RuntimeException failure(TenantId tenant, RecurringJob job, Runnable work) {
        try {
            TenantContext.runAs(tenant, work);
            return null;
        } catch (RuntimeException failed) {
            LOG.warn("{} failed for {} and waits for its next round: {}", job.name(), tenant, failed.getMessage());
            return failed;
        }
    }
}
