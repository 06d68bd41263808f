package fr.ondine.bench;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.billing.ManagedInvoices;
import fr.ondine.platform.billing.PaperPages;
import fr.ondine.platform.documents.PdfRenderer;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.ProvenStaff;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Papers of invoices, from rows in the database to stored PDFs with Factur-X in them, each set for the first time. The
 * floor sets the same pages by the same library: no data, no Factur-X, no storage. The bars: 30 papers a second on two
 * cores, 0.6 of the floor, the same memory after 10,000 of them. Each round has to reach the first two.
 */
public final class DocumentsBench {

    private static final Period HALF_YEAR = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 7, 1));
    private static final int THREADS = 4; // while one waits for the disk another works
    private static final int WARM_SECONDS = 20;
    private static final int SECONDS = 15;
    private static final int ROUNDS = 2;
    private static final int PAGES = 200;
    private static final double PAPERS_A_SECOND = 30;
    private static final double OF_THE_FLOOR = 0.6;

    private final BilledUtility utility;
    private final CurrentStaff staff;
    private final List<InvoiceId> invoices;
    private final List<String> pages;
    private final AtomicInteger next = new AtomicInteger();
    private final Bars bars = new Bars("documents");

    private DocumentsBench(BilledUtility utility) {
        this.utility = utility;
        this.staff = ProvenStaff.of(utility.tenant().slug(), UUID.randomUUID(), "a@b.fr", "Anne", StaffRole.AGENT, 1);
        this.invoices = utility.call(() -> utility.bean(JdbcClient.class)
                .sql("select id from invoice order by number")
                .query((row, number) -> new InvoiceId(row.getObject(1, UUID.class)))
                .list());
        var paper = new PaperPages(utility.application());
        this.pages =
                utility.call(() -> invoices.stream().limit(PAGES).map(paper::of).toList());
    }

    public static void main(String[] arguments) throws Exception {
        var place = List.of(arguments).indexOf("--invoices");
        var count = place < 0 ? 10_000 : Integer.parseInt(arguments[place + 1]);
        var platform = FleetPlatform.emptyIn("documents");
        Bars bars;
        try (var application = platform.start()) {
            var utility = BilledUtility.of("papers", count, application, FleetPlatform.owner(platform.database()));
            utility.bill(HALF_YEAR);
            bars = new DocumentsBench(utility).run();
        }
        bars.end();
    }

    private Bars run() {
        new Load(THREADS, WARM_SECONDS).run(this::floor);
        new Load(THREADS, WARM_SECONDS).run(this::paper);
        for (var round = 0; round < ROUNDS; round++) {
            var floor = new Load(THREADS, SECONDS).run(this::floor);
            var ours = new Load(THREADS, SECONDS).run(this::paper);
            print(
                    "\"pdf_per_s\":%.1f,\"floor_per_s\":%.1f,\"ratio\":%.2f,\"p50_ms\":%.1f,\"p99_ms\":%.1f",
                    ours.rate(), floor.rate(), ours.rate() / floor.rate(), ours.p50(), ours.p99());
            bars.atLeast("pdf_per_s", PAPERS_A_SECOND, ours.rate());
            bars.atLeast("ratio", OF_THE_FLOOR, ours.rate() / floor.rate());
        }
        var before = heap();
        var set = next.get();
        IntStream.range(0, THREADS)
                .mapToObj(thread -> Thread.ofPlatform().start(this::rest))
                .toList()
                .forEach(DocumentsBench::join);
        print(
                "\"papers\":%d,\"heap_mb_at_%d\":%.1f,\"heap_mb\":%.1f",
                utility.count("invoice_paper"), set, before, heap());
        return bars;
    }

    private void floor(int number) {
        utility.bean(PdfRenderer.class).pdf(pages.get(number % pages.size()));
    }

    /** Until all are set there is always one that nobody has asked for. */
    private void paper(int number) {
        set(next.getAndIncrement() % invoices.size());
    }

    private void rest() {
        for (var at = next.getAndIncrement(); at < invoices.size(); at = next.getAndIncrement()) {
            set(at);
        }
    }

    private void set(int at) {
        TenantContext.runAs(
                utility.tenant(), () -> utility.bean(ManagedInvoices.class).paper(staff, invoices.get(at)));
    }

    private static double heap() {
        return Heap.watched().megabytes();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void print(String fields, Object... values) {
        System.out.println(String.format(Locale.ROOT, "{\"bench\":\"documents\"," + fields + "}", values));
    }
}
