package fr.ondine.bench;

import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.runs.BillingRuns;
import fr.ondine.platform.runs.Perimeter;
import fr.ondine.platform.runs.RunId;
import fr.ondine.platform.runs.RunKind;
import fr.ondine.platform.runs.RunState;
import fr.ondine.platform.runs.RunTerms;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What a billing run of a utility costs, whose tariff has two services, tiers and eight lines an invoice: on servers that
 * write to the disk, from readings in the database to numbered invoices that are posted. The floor is COPY of the same
 * rows into tables with the same indexes. The bars: 4,000 invoices issued a second, at most 4 times the time of the
 * floor, a run that is repeated at most a tenth of the first, 3,000 bytes an invoice; all of the larger utility.
 */
public final class BillingBench {

    private static final Period BEFORE = new Period(LocalDate.of(2025, 7, 1), LocalDate.of(2026, 1, 1));
    private static final Period HALF_YEAR = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 7, 1));
    private static final int LINES = 8;
    private static final int SMALL = 10_000;

    private final BilledUtility utility;
    private final BillingRuns runs;
    private final Bars bars;

    private BillingBench(BilledUtility utility, Bars bars) {
        this.utility = utility;
        this.bars = bars;
        this.runs = utility.bean(BillingRuns.class);
    }

    public static void main(String[] arguments) throws Exception {
        var agreements = number("--agreements", 100_000, arguments);
        var bars = new Bars("billing");
        var platform = FleetPlatform.emptyIn("billing");
        var owner = FleetPlatform.owner(platform.database());
        try (var application = platform.start()) {
            var small = BilledUtility.of("small", SMALL, application, owner);
            new BillingBench(small, new Bars("billing")).run(SMALL);
            var large = BilledUtility.of("large", agreements, application, owner);
            platform.servers().settle();
            new BillingBench(large, bars).run(agreements);
        }
        bars.end();
    }

    private static int number(String option, int otherwise, String... arguments) {
        var place = List.of(arguments).indexOf(option);
        return place < 0 ? otherwise : Integer.parseInt(arguments[place + 1]);
    }

    private void run(int agreements) throws Exception {
        utility.settle();
        bill(BEFORE); // so that each has an invoice to go on from
        utility.settle();
        var bytes = utility.bytes();
        var invoices = utility.count("invoice");
        var heap = Heap.watched();
        var times = bill(HALF_YEAR);
        var megabytes = heap.megabytes();
        var issued = utility.count("invoice") - invoices;
        var weight = (double) (utility.bytes() - bytes) / issued;
        print(
                "\"agreements\":%d,\"issued\":%d,\"simulate_per_s\":%.0f,\"issue_per_s\":%.0f,"
                        + "\"bytes_per_invoice\":%.0f,\"heap_mb\":%.1f",
                agreements, issued, issued / times.simulated(), issued / times.issued(), weight, megabytes);
        bars.atLeast("issue_per_s", 4_000, issued / times.issued());
        bars.atMost("bytes_per_invoice", 3_000, weight);
        if (utility.count("invoice_line join invoice on id = invoice_id where issued_on = date '" + HALF_YEAR.until()
                        + "'")
                != issued * LINES) {
            throw new IllegalStateException("not all invoices have " + LINES + " lines");
        }
        var floor = new BillingFloor(utility, HALF_YEAR.until()).copy();
        print(
                "\"agreements\":%d,\"rows\":%d,\"copy_rows_per_s\":%.0f,\"copy_ratio\":%.2f",
                agreements, floor.rows(), floor.rows() / floor.seconds(), times.issued() / floor.seconds());
        bars.atMost("copy_ratio", 4, times.issued() / floor.seconds());
        var again = bill(HALF_YEAR);
        bars.atMost("rerun_ratio", 0.1, again.all() / times.all());
        print(
                "\"agreements\":%d,\"rerun_s\":%.3f,\"rerun_ratio\":%.3f,\"added\":%d",
                agreements, again.all(), again.all() / times.all(), utility.count("invoice") - invoices - issued);
    }

    private record Times(double simulated, double issued) {
        double all() {
            return simulated + issued;
        }
    }

    private Times bill(Period period) throws Exception {
        var day = period.until();
        var terms = new RunTerms(RunKind.ACTUAL, period, day, day, day.plusDays(30));
        var run = new AtomicReference<RunId>();
        var simulated = Seconds.of(() -> {
            run.set(utility.call(() -> runs.order(terms, Perimeter.everybody(), "bench")));
            utility.await(run.get(), RunState.SIMULATED);
        });
        var issued = Seconds.of(() -> {
            utility.call(() -> {
                runs.validate(run.get(), "bench");
                return true;
            });
            utility.await(run.get(), RunState.ISSUED);
        });
        return new Times(simulated, issued);
    }

    private static void print(String fields, Object... values) {
        System.out.println(String.format(Locale.ROOT, "{\"bench\":\"billing\"," + fields + "}", values));
    }
}
