package fr.ondine.bench;

import fr.ondine.platform.billing.AgreementSearch;
import fr.ondine.platform.billing.InvoiceFilter;
import fr.ondine.platform.billing.InvoiceKind;
import fr.ondine.platform.billing.ManagedAccounts;
import fr.ondine.platform.billing.ManagedInvoices;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.leaks.LeakDesk;
import fr.ondine.platform.leaks.LeakFilter;
import fr.ondine.platform.metering.CheckFilter;
import fr.ondine.platform.metering.CheckedReadings;
import fr.ondine.platform.metering.UnreadMeters;
import fr.ondine.platform.notifications.MailDesk;
import fr.ondine.platform.notifications.MailFilter;
import fr.ondine.platform.plans.ManagedPlans;
import fr.ondine.platform.plans.PlanFilter;
import fr.ondine.platform.receivables.Statements;
import fr.ondine.platform.reminders.BatchId;
import fr.ondine.platform.reminders.BatchState;
import fr.ondine.platform.reminders.LetterFilter;
import fr.ondine.platform.reminders.ReminderDesk;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.ProvenStaff;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long what staff look at takes to be read, at a utility all of whose agreements have an invoice: each page is asked
 * for so often that what the database has prepared for any question is used. The bar: nobody waits for a second.
 */
public final class DeskBench {

    private static final Period HALF_YEAR = new Period(LocalDate.of(2025, 7, 1), LocalDate.of(2026, 1, 1));
    private static final int TIMES = 40;

    private final BilledUtility utility;
    private final int agreements;
    private final CurrentStaff staff;
    private final List<AgreementId> some;

    private DeskBench(BilledUtility utility, int agreements) {
        this.utility = utility;
        this.agreements = agreements;
        this.staff = ProvenStaff.of(utility.tenant().slug(), UUID.randomUUID(), "a@b.fr", "Anne", StaffRole.BILLER, 1);
        this.some = utility.call(() -> utility.bean(JdbcClient.class)
                .sql("select id from agreement order by id limit " + TIMES)
                .query((row, number) -> new AgreementId(row.getObject(1, UUID.class)))
                .list());
    }

    public static void main(String[] arguments) throws Exception {
        var place = List.of(arguments).indexOf("--agreements");
        var count = place < 0 ? 100_000 : Integer.parseInt(arguments[place + 1]);
        var platform = FleetPlatform.emptyIn("desk");
        Bars bars;
        try (var application = platform.start()) {
            var utility = BilledUtility.of("desk", count, application, FleetPlatform.owner(platform.database()));
            utility.settle();
            utility.bill(HALF_YEAR);
            utility.statements("billed-afterwards.sql");
            utility.settle();
            bars = new DeskBench(utility, count).run();
        }
        bars.end();
    }

    private Bars run() {
        var bars = new Bars("desk");
        var batch = prepared();
        pages(batch).forEach((name, page) -> {
            var times = IntStream.range(0, TIMES)
                    .mapToDouble(
                            time -> milliseconds(() -> TenantContext.runAs(utility.tenant(), () -> page.accept(time))))
                    .toArray();
            var sorted = IntStream.range(TIMES / 2, TIMES)
                    .mapToDouble(time -> times[time])
                    .sorted()
                    .toArray();
            System.out.printf(
                    Locale.ROOT,
                    "{\"bench\":\"desk\",\"agreements\":%d,\"page\":\"%s\",\"first_ms\":%.1f,\"p50_ms\":%.1f,\"worst_ms\":%.1f}%n",
                    agreements,
                    name,
                    times[0],
                    sorted[sorted.length / 2],
                    sorted[sorted.length - 1]);
            bars.atMost(name + " worst_ms", 1_000, sorted[sorted.length - 1]);
        });
        return bars;
    }

    private Map<String, IntConsumer> pages(BatchId batch) {
        var pages = new LinkedHashMap<String, IntConsumer>();
        pages.put("invoices", time -> invoices(InvoiceFilter.ALL));
        pages.put("invoices of a name", time -> invoices(of("Abonné " + number(time))));
        pages.put("invoices of many names", time -> invoices(of("Abonné " + time % 10)));
        pages.put("invoices of a contract", time -> invoices(of("%09d".formatted(number(time)))));
        pages.put("credit notes", time -> invoices(filter(Optional.of(InvoiceKind.CREDIT_NOTE), false)));
        pages.put("open invoices", time -> invoices(filter(Optional.empty(), true)));
        pages.put("search by number", time -> search("%09d".formatted(number(time))));
        pages.put("search by name", time -> search("Abonné " + number(time)));
        pages.put("search by street", time -> search("rue " + time));
        pages.put("search by meter", time -> search("M" + number(time)));
        pages.put("search for nothing", time -> search("Nepomuk " + time));
        pages.put("account", time -> utility.bean(ManagedAccounts.class).find(staff, some.get(time)));
        pages.put("statement", time -> utility.bean(Statements.class).page(staff, some.get(time), 0));
        pages.put(
                "readings to check", time -> utility.bean(CheckedReadings.class).list(staff, CheckFilter.ALL, 0));
        pages.put("reminders, who goes", time -> letters(batch, LetterFilter.GOING, time));
        pages.put("reminders, who does not", time -> letters(batch, LetterFilter.OUT, time));
        pages.put("reminders, counted", time -> utility.bean(ReminderDesk.class).counts(staff, batch));
        for (var state : PlanFilter.State.values()) {
            pages.put(
                    "plans " + state,
                    time -> utility.bean(ManagedPlans.class).list(staff, new PlanFilter(state, ""), time % 5));
        }
        pages.put("leaks", time -> utility.bean(LeakDesk.class).list(staff, LeakFilter.OPEN, time % 5));
        pages.put("mails", time -> utility.bean(MailDesk.class).list(staff, MailFilter.ALL, time % 5));
        pages.put("meters not read", time -> utility.bean(UnreadMeters.class).list(staff, 12, Optional.empty()));
        return pages;
    }

    /** Looks at everybody, as a batch of reminders does before staff see it. */
    private BatchId prepared() {
        var desk = utility.bean(ReminderDesk.class);
        var begun = System.nanoTime();
        var batch = TenantContext.callAs(utility.tenant(), () -> desk.prepare(staff));
        while (TenantContext.callAs(utility.tenant(), () -> desk.find(staff, batch))
                        .orElseThrow()
                        .state()
                == BatchState.PREPARING) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        System.out.printf(
                Locale.ROOT,
                "{\"bench\":\"desk\",\"agreements\":%d,\"reminders_looked_at_per_s\":%.0f}%n",
                agreements,
                agreements / ((System.nanoTime() - begun) / 1e9));
        return batch;
    }

    private void letters(BatchId batch, LetterFilter filter, int time) {
        utility.bean(ReminderDesk.class).letters(staff, batch, filter, time);
    }

    private int number(int time) {
        return 1 + time * (agreements / TIMES);
    }

    private void invoices(InvoiceFilter filter) {
        utility.bean(ManagedInvoices.class).list(staff, filter, Optional.empty());
    }

    private void search(String typed) {
        utility.bean(AgreementSearch.class).find(staff, typed);
    }

    private static InvoiceFilter of(String words) {
        return new InvoiceFilter(words, Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    private static InvoiceFilter filter(Optional<InvoiceKind> kind, boolean isOpen) {
        return new InvoiceFilter("", kind, Optional.empty(), Optional.empty(), isOpen);
    }

    private static double milliseconds(Runnable work) {
        var begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e6;
    }
}
