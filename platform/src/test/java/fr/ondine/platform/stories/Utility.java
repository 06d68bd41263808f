package fr.ondine.platform.stories;

import static java.util.Objects.requireNonNull;

import fr.ondine.platform.billing.Invoices;
import fr.ondine.platform.billing.ManagedAccounts;
import fr.ondine.platform.credits.CreditNotes;
import fr.ondine.platform.imports.Imports;
import fr.ondine.platform.leaks.LeakDesk;
import fr.ondine.platform.leaks.Leaks;
import fr.ondine.platform.payments.CardPayments;
import fr.ondine.platform.payments.PaymentChecks;
import fr.ondine.platform.payments.PaymentGateway;
import fr.ondine.platform.plans.ManagedPlans;
import fr.ondine.platform.plans.OwnPlans;
import fr.ondine.platform.receivables.Debts;
import fr.ondine.platform.receivables.Statements;
import fr.ondine.platform.reminders.ReminderDesk;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.TenantClock;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.TenantProvisioning;
import fr.ondine.simulators.stripe.StripeSimulator;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.SimulatedStripe;
import fr.ondine.testing.Utilities;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A utility of its own for all stories, with its clock, and whatever may be asked of its portal. */
final class Utility {

    /** Asks by itself for what is small as well, and adds payments to a plan. */
    static final String USUAL = "stories";

    /** Carries over what is small, and adds no payments; what a plan is to bring at least differs from what is settled. */
    static final String STRICT = "strict";

    private static final Instant BEGINNING = Instant.parse("2026-01-12T09:00:00Z");
    private static final AtomicInteger STORIES = new AtomicInteger();

    final String slug;

    /** What a year may differ by and is left for the next plan, or not asked for by itself; cents. */
    final long small;

    /** The least that one payment of a plan may be, in cents. */
    final long leastInstalment;

    /** What is less is asked for with the next invoice, in cents. */
    final long leastAsked;

    final TenantId tenant;
    final CurrentStaff staff;
    final StripeSimulator stripe = SimulatedStripe.shared().simulator();
    final Provider provider;
    final DueJobs jobs;
    final Imports imports;
    final CardPayments cards;
    final PaymentChecks checks;
    final PaymentGateway gateway;
    final ManagedPlans plans;
    final OwnPlans ownPlans;
    final LeakDesk leakDesk;
    final Leaks leaks;
    final CreditNotes credits;
    final Debts debts;
    final Invoices invoices;
    final ManagedAccounts accounts;
    final Statements statements;
    final ReminderDesk reminders;
    final JdbcClient database;
    final Path folder;

    final TransactionTemplate transaction;
    final TenantClock clock;

    Utility(BeanFactory beans, Path folder, String slug) {
        this.slug = slug;
        small = slug.equals(STRICT) ? 25_00 : 15_00;
        leastInstalment = slug.equals(STRICT) ? 25_00 : 10_00;
        leastAsked = slug.equals(STRICT) ? 20_00 : 0;
        this.folder = folder;
        imports = beans.getBean(Imports.class);
        cards = beans.getBean(CardPayments.class);
        checks = beans.getBean(PaymentChecks.class);
        gateway = beans.getBean(PaymentGateway.class);
        plans = beans.getBean(ManagedPlans.class);
        leakDesk = beans.getBean(LeakDesk.class);
        leaks = beans.getBean(Leaks.class);
        ownPlans = beans.getBean(OwnPlans.class);
        credits = beans.getBean(CreditNotes.class);
        debts = beans.getBean(Debts.class);
        invoices = beans.getBean(Invoices.class);
        accounts = beans.getBean(ManagedAccounts.class);
        statements = beans.getBean(Statements.class);
        reminders = beans.getBean(ReminderDesk.class);
        database = beans.getBean(JdbcClient.class);
        transaction = beans.getBean(TransactionTemplate.class);
        clock = beans.getBean(TenantClock.class);
        tenant = beans.getBean(TenantProvisioning.class).provision(configuration(slug));
        staff = ProvenStaff.of(slug, UUID.randomUUID(), "anne@b.fr", "Anne", StaffRole.BILLER, 0);
        provider = new Provider(beans, slug);
        jobs = new DueJobs(this, beans);
    }

    private static String configuration(String slug) {
        var usual = Utilities.like(Utilities.ILEO, slug) + """

                reminders:
                  reminder: { days-after-due: 15, channel: both, minimum: "5.00" }
                  formal-notice: { days-after-due: 45, channel: both, minimum: "15.00" }
                  days-between: 15
                comparable-dwellings:
                  - postcode: "57000"
                    cubic-metres-a-year: 100
                """;
        return slug.equals(USUAL)
                ? usual
                : usual.replace("extra-instalments: 2", "extra-instalments: 0")
                        .replace("settle-below: \"15.00\"", "settle-below: \"5.00\"")
                        .replace("minimum: \"10.00\"", "minimum: \"25.00\"")
                        .replace("  payable: every-invoice", "  payable: every-invoice\n  carry-below: \"20.00\"");
    }

    /** The number of a new story, which begins on the same day as all others. */
    int begin() {
        clock.advance(Duration.between(clock.instant(), BEGINNING));
        // what another story left untold
        provider.tell(false);
        jobs.forget();
        // another story's last day would be the day up to which this one's books are known
        sql("update import_run set known_on = ?", today());
        // one that another story left open would be in the way
        sql("update reminder_batch set state = 'RECALLED' where state in ('PREPARING', 'READY', 'SENDING')");
        return STORIES.incrementAndGet();
    }

    /** Back at today, with nothing left to do. */
    void end() {
        clock.advance(Duration.between(clock.instant(), Instant.now()));
        jobs.forget();
    }

    void wait(int days) {
        clock.advance(Duration.ofDays(days));
    }

    LocalDate today() {
        return in(() -> LocalDate.now(clock));
    }

    <T> T in(Supplier<T> work) {
        return TenantContext.callAs(tenant, work::get);
    }

    void in(Runnable work) {
        TenantContext.runAs(tenant, work::run);
    }

    <T> T reading(Supplier<T> work) {
        return requireNonNull(in(() -> transaction.execute(status -> work.get())));
    }

    void sql(String sql, Object... values) {
        in(() -> transaction.executeWithoutResult(
                status -> database.sql(sql).params(values).update()));
    }

    List<String> strings(String sql, Object... values) {
        return reading(
                () -> database.sql(sql).params(values).query(String.class).list());
    }
}
