package fr.ondine.platform.runs;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Billing runs as those of the staff who bill order them, follow them and have them issued. */
@Service
@Transactional
public class ManagedRuns {

    public static final int PAGE = 20;

    private final BillingRuns runs;
    private final RunStore store;
    private final RunSummaries summaries;
    private final TypedPerimeters perimeters;
    private final PastTotals past;
    private final InvoiceNumbers numbers;
    private final Tenants tenants;
    private final AuditTrail audit;
    private final Clock clock;

    ManagedRuns(
            BillingRuns runs,
            RunStore store,
            RunSummaries summaries,
            TypedPerimeters perimeters,
            PastTotals past,
            InvoiceNumbers numbers,
            Tenants tenants,
            AuditTrail audit,
            Clock clock) {
        this.runs = runs;
        this.store = store;
        this.summaries = summaries;
        this.perimeters = perimeters;
        this.past = past;
        this.numbers = numbers;
        this.tenants = tenants;
        this.audit = audit;
        this.clock = clock;
    }

    /** The newest first, a page at a time, the first of which is 0. */
    @Transactional(readOnly = true)
    public RunPage list(CurrentStaff who, int page) {
        who.require(StaffPermission.LOOK_AT_BILLING);
        var rows = summaries.list(page * PAGE, PAGE + 1);
        return new RunPage(rows.stream().limit(PAGE).toList(), rows.size() > PAGE);
    }

    @Transactional(readOnly = true)
    public Optional<RunSummary> find(CurrentStaff who, RunId run) {
        who.require(StaffPermission.LOOK_AT_BILLING);
        return summaries.find(run);
    }

    /** The first rounds of the utility by name, to choose from. */
    @Transactional(readOnly = true)
    public List<String> rounds(CurrentStaff who, int most) {
        who.require(StaffPermission.BILL);
        return perimeters.rounds(most);
    }

    /**
     * Begins to simulate.
     *
     * @throws RunOrderRefused with all that is wrong, and then nothing is begun
     */
    public RunId order(CurrentStaff who, RunOrder order) {
        who.require(StaffPermission.BILL);
        var faults = new ArrayList<>(order.faults(LocalDate.now(clock)));
        var perimeter = perimeters.of(order.perimeter(), order.typed());
        faults.addAll(perimeter.faults());
        if (!faults.isEmpty()) {
            throw new RunOrderRefused(faults);
        }
        var terms = order.terms();
        var run = runs.order(terms, perimeter.perimeter(), who.actor());
        record(
                who,
                "billing-run.ordered",
                run,
                terms.kind() + " " + terms.period().from() + " "
                        + terms.period().until());
        return run;
    }

    /** What was billed of the same a year before. */
    @Transactional(readOnly = true)
    public PeriodBefore before(CurrentStaff who, RunId run) {
        who.require(StaffPermission.LOOK_AT_BILLING);
        return past.before(store.get(run));
    }

    /**
     * What would be issued now.
     *
     * @throws SeriesUnknown if the utility has not said how its invoices are numbered
     * @throws SeriesUsedUp if there are too few numbers left
     */
    @Transactional(readOnly = true)
    public ComingInvoices coming(CurrentStaff who, RunId run) {
        who.require(StaffPermission.LOOK_AT_BILLING);
        var summary = get(run);
        var count = summary.progress().drafts();
        var first = numbers.foreseen(summary.terms().issuedOn(), count);
        return new ComingInvoices(
                count, summary.total(), tenants.current().invoiceNumbers().display(first));
    }

    /** Has issued what was simulated; it throws as {@link #coming} does, and {@link RunNotReady}. */
    public void validate(CurrentStaff who, RunId run) {
        who.requireProven(StaffPermission.BILL, clock);
        var coming = coming(who, run);
        runs.validate(run, who.actor());
        record(
                who,
                "billing-run.validated",
                run,
                coming.count() + " " + coming.total().amount());
    }

    public void pause(CurrentStaff who, RunId run) {
        requireGoingOn(who, run);
        runs.pause(run);
        record(who, "billing-run.paused", run, "");
    }

    public void resume(CurrentStaff who, RunId run) {
        requireGoingOn(who, run);
        runs.resume(run);
        record(who, "billing-run.resumed", run, "");
    }

    /** Gives up what is not issued; what is stays. */
    public void cancel(CurrentStaff who, RunId run) {
        who.require(StaffPermission.BILL);
        get(run);
        if (!runs.cancel(run)) {
            throw new RunNotReady();
        }
        record(who, "billing-run.cancelled", run, "");
    }

    private void requireGoingOn(CurrentStaff who, RunId run) {
        who.require(StaffPermission.BILL);
        if (!get(run).progress().isGoingOn()) {
            throw new RunNotReady();
        }
    }

    private RunSummary get(RunId run) {
        return summaries.find(run).orElseThrow(UnknownRun::new);
    }

    private void record(CurrentStaff who, String act, RunId run, String detail) {
        audit.record(who.actor(), act, "billing-run:" + run.value(), detail);
    }
}
