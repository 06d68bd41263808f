package fr.ondine.platform.runs;

import fr.ondine.platform.kernel.OrderedId;
import fr.ondine.platform.tenancy.Jobs;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Billing runs of the bound utility, for its staff: ordered, looked at, validated and followed until all is issued. */
@Service
@Transactional
public class BillingRuns {

    /** So many parts of a run are done at once, so that one computes while another writes. */
    private static final int LANES = 2;

    private final RunStore runs;
    private final InvoiceNumbers numbers;
    private final Jobs jobs;
    private final Clock clock;

    BillingRuns(RunStore runs, InvoiceNumbers numbers, Jobs jobs, Clock clock) {
        this.runs = runs;
        this.numbers = numbers;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Begins to simulate: what is billed already for the same period and kind is left out. */
    public RunId order(RunTerms terms, Perimeter perimeter, String by) {
        var id = new RunId(OrderedId.next());
        runs.insert(id, terms, perimeter, by);
        runs.share(runs.get(id));
        goOn(id);
        return id;
    }

    /**
     * Has everything issued that was simulated.
     *
     * @throws SeriesUnknown if the utility has not said how its invoices are numbered
     * @throws RunNotReady if the run is not simulated, or was validated before
     */
    public void validate(RunId id, String by) {
        numbers.series();
        if (!runs.validate(id, by)) {
            throw new RunNotReady();
        }
        goOn(id);
    }

    /**
     * Nothing more is begun; what is being done is finished.
     *
     * @throws RunNotReady if nothing is being done by now
     */
    public void pause(RunId id) {
        setPaused(id, true);
    }

    /** It throws as {@link #pause} does. */
    public void resume(RunId id) {
        setPaused(id, false);
        goOn(id);
    }

    private void setPaused(RunId id, boolean isPaused) {
        if (!runs.pause(id, isPaused)) {
            throw new RunNotReady();
        }
    }

    /** What was not issued is given up, and leaves no number; false when the run had ended. */
    public boolean cancel(RunId id) {
        return runs.cancel(id);
    }

    @Transactional(readOnly = true)
    public RunProgress progress(RunId id) {
        return runs.progress(id);
    }

    private void goOn(RunId id) {
        for (var lane = 0; lane < LANES; lane++) {
            jobs.enqueue(ContinueRun.NAME, id.value(), clock.instant());
        }
    }
}
