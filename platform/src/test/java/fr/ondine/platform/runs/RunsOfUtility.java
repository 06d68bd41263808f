package fr.ondine.platform.runs;

import static org.awaitility.Awaitility.await;

import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionTemplate;

/** Orders runs and validates them, each until all of it is issued. */
record RunsOfUtility(TenantId utility, BillingRuns runs, TransactionTemplate transaction) {

    void bill(Perimeter perimeter, RunKind kind, Period period) {
        var day = period.until();
        var terms = new RunTerms(kind, period, day, day, day.plusDays(30));
        var run = in(() -> runs.order(terms, perimeter, "staff:anne"));
        reaches(run, RunState.SIMULATED);
        in(() -> {
            runs.validate(run, "staff:anne");
            return run;
        });
        reaches(run, RunState.ISSUED);
    }

    private void reaches(RunId run, RunState state) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> in(() -> runs.progress(run)).state() == state);
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(utility, () -> transaction.execute(status -> work.get()));
    }
}
