package fr.ondine.platform.reminders;

import fr.ondine.platform.tenancy.Jobs;
import fr.ondine.platform.tenancy.TenantJob;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Prepares or sends a part of a batch and hands the rest over again, so that no other utility waits. */
@Component
class ContinueBatch implements TenantJob {

    static final String NAME = "continue-reminder-batch";
    private static final Duration PART = Duration.ofSeconds(15);

    private final BatchWork work;
    private final Jobs jobs;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ContinueBatch(BatchWork work, Jobs jobs, Clock clock, TransactionTemplate transaction) {
        this.work = work;
        this.jobs = jobs;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(UUID id) {
        var end = clock.instant().plus(PART);
        while (work.goOn(new BatchId(id))) {
            if (clock.instant().isAfter(end) || Thread.currentThread().isInterrupted()) {
                transaction.executeWithoutResult(status -> jobs.enqueue(NAME, id, clock.instant()));
                return;
            }
        }
    }
}
