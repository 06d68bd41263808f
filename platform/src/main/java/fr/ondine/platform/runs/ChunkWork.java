package fr.ondine.platform.runs;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.metering.StandingReadings;
import fr.ondine.platform.receivables.Allocation;
import fr.ondine.platform.tenancy.Tenants;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Does one chunk: everything is found out before the transaction that writes it begins, so that none waits for it. */
@Component
class ChunkWork {

    private static final int ALONE = -1;

    private final CaseReader cases;
    private final ChunkStore chunks;
    private final InvoiceNumbers numbers;
    private final InvoiceWriter invoices;
    private final Allocation allocation;
    private final StandingReadings readings;
    private final Tenants tenants;
    private final JdbcTemplate copies;
    private final TransactionTemplate transaction;

    ChunkWork(
            CaseReader cases,
            ChunkStore chunks,
            InvoiceNumbers numbers,
            InvoiceWriter invoices,
            Allocation allocation,
            StandingReadings readings,
            Tenants tenants,
            JdbcTemplate copies,
            TransactionTemplate transaction) {
        this.cases = cases;
        this.chunks = chunks;
        this.numbers = numbers;
        this.invoices = invoices;
        this.allocation = allocation;
        this.readings = readings;
        this.tenants = tenants;
        this.copies = copies;
        this.transaction = transaction;
    }

    /** Finds what one agreement of a run would owe, as its chunk does. */
    Computed one(Run run, AgreementId agreement, Ratings ratings) {
        return compute(run, new Chunk(run.id(), ALONE, agreement.value(), agreement.value()), ratings);
    }

    /** Keeps what each agreement would owe; false, and nothing done, when another was first or the run was stopped. */
    boolean simulate(Run run, Chunk chunk, Ratings ratings) {
        var computed = compute(run, chunk, ratings);
        return done(() -> {
            var first = chunks.isGoingOn(run.id(), RunState.SIMULATING) && chunks.simulated(chunk, computed);
            if (first) {
                chunks.keep(run.id(), computed);
            }
            return first;
        });
    }

    /** Issues what was simulated and is still the same; false, and no number given out, as for {@link #simulate}. */
    boolean issue(Run run, Chunk chunk, Ratings ratings) {
        try {
            return issueOnce(run, chunk, ratings);
        } catch (ChangedMeanwhile again) {
            return issue(run, chunk, ratings);
        }
    }

    private boolean issueOnce(Run run, Chunk chunk, Ratings ratings) {
        var before = done(() -> corrections(chunk));
        var computed = compute(run, chunk, ratings).as(done(() -> chunks.drafts(chunk)));
        var ready = invoices.prepare(run.id(), run.terms(), computed.drafts());
        return done(() -> {
            var first = chunks.isGoingOn(run.id(), RunState.ISSUING) && chunks.issued(chunk, computed);
            if (first) {
                chunks.park(run.id(), computed.parked());
                write(ready, () -> requireSame(chunk, before));
                allocation.settleWithoutWaiting(computed.agreements());
            }
            return first;
        });
    }

    /** What was taken back that its agreements were billed, or would be billed from. */
    private record Corrections(long credits, long withdrawn) {}

    private Corrections corrections(Chunk chunk) {
        return new Corrections(
                chunks.credits(chunk),
                readings.withdrawn(new AgreementId(chunk.first()), new AgreementId(chunk.last())));
    }

    /**
     * Credit notes take their number of the same series, and who withdraws a reading waits for who holds them: from then
     * on there is none that is not seen.
     */
    private void requireSame(Chunk chunk, Corrections before) {
        readings.hold();
        if (!corrections(chunk).equals(before)) {
            throw new ChangedMeanwhile();
        }
    }

    private static final class ChangedMeanwhile extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private void write(InvoiceWriter.Ready ready, Runnable check) {
        if (!ready.isEmpty()) {
            var series = numbers.series();
            var day = ready.terms().issuedOn();
            var first = numbers.take(day, ready.count());
            check.run();
            copies.execute((ConnectionCallback<Boolean>) connection -> {
                invoices.write(ready, first, number -> series.number(day, number), connection);
                return true;
            });
        }
    }

    private Computed compute(Run run, Chunk chunk, Ratings ratings) {
        var biller = new Biller(run.terms(), tenants.current().readings());
        return Computed.of(cases.cases(run, chunk, ratings), biller);
    }

    private <T> T done(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
