package fr.ondine.platform.runs;

import fr.ondine.platform.tenancy.Jobs;
import fr.ondine.platform.tenancy.TenantJob;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Does a part of a run and hands the rest over again, so that no node is kept from stopping and no utility waits. */
@Component
class ContinueRun implements TenantJob {

    static final String NAME = "continue-billing-run";
    private static final Duration PART = Duration.ofSeconds(15);
    /** For chunks that another has begun, or had when it died. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final RunWork work;
    private final Jobs jobs;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ContinueRun(RunWork work, Jobs jobs, Clock clock, TransactionTemplate transaction) {
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
        var begun = clock.instant();
        if (!work.goOn(new RunId(id), PART)) {
            var full = !clock.instant().isBefore(begun.plus(PART));
            transaction.executeWithoutResult(status -> jobs.enqueue(
                    NAME, id, full ? clock.instant() : clock.instant().plus(PAUSE)));
        }
    }
}
