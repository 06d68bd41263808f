package fr.ondine.platform.plans;

import static fr.ondine.platform.kernel.Money.euros;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.Allocation;
import fr.ondine.platform.receivables.Debts;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.receivables.OpenReceivable;
import fr.ondine.platform.receivables.Receipt;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.receivables.ReceivableState;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.testing.CaughtMails;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.Rows;
import fr.ondine.testing.StatementCount;
import fr.ondine.testing.Utilities;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An agreement of iléo, which asks for ten instalments and for two more of 15.00 and above, and what happens to it. */
@PlatformTest
abstract class PlanScene {

    static final TenantId UTILITY = Utilities.ILEO;
    static final CurrentStaff ANNE = staff(UTILITY, StaffRole.BILLER);

    @Autowired
    ManagedPlans plans;

    @Autowired
    OwnPlans own;

    @Autowired
    SettlePlan job;

    @Autowired
    CaughtMails caught;

    @Autowired
    StatementCount statements;

    @Autowired
    Ledger ledger;

    @Autowired
    Allocation allocation;

    @Autowired
    Debts debts;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    AgreementId agreement;
    LocalDate today;

    @BeforeEach
    void an_agreement() {
        today = in(() -> LocalDate.now(clock));
        agreement = in(() -> new Rows(database).agreement());
    }

    PlanDraft draft(String year) {
        return in(() -> plans.draft(ANNE, agreement, new PlanOrder(10, Optional.of(euros(year)))));
    }

    PlanId agree(PlanDraft draft) {
        return in(() -> plans.agree(ANNE, agreement, draft));
    }

    PlanId agree(String year) {
        return agree(draft(year));
    }

    /** Agreed 300 days ago, and all of it is due since. */
    PlanId agreeLongAgo(String year) {
        var id = agree(year);
        agreedOn(id, today.minusDays(300));
        moveDays(id, -320);
        return id;
    }

    /** Such a plan of 300.00, its days so much later, that was paid ten days ago and is billed today. */
    PlanId billedYear(String paid, String billed, String kind, int later) {
        reader();
        var plan = agreeLongAgo("300.00");
        moveDays(plan, later);
        receive(paid, today.minusDays(10));
        bill(billed, kind);
        return plan;
    }

    void agreedOn(PlanId id, LocalDate day) {
        update("update instalment_plan set agreed_on = ? where id = ?", day, id.value());
    }

    void moveDays(PlanId id, int days) {
        update("update instalment set due_on = due_on + ? where plan_id = ?", days, id.value());
    }

    Optional<Plan> found() {
        return in(() -> plans.find(ANNE, agreement));
    }

    Plan plan() {
        return found().orElseThrow();
    }

    void close(PlanId id) {
        in(() -> plans.close(ANNE, agreement, id, PlanClosing.WISH));
    }

    /** As the job does that is enqueued when something is billed or paid. */
    void run(PlanId id) {
        in(() -> job.run(id.value()));
    }

    Optional<YearEnd> yearEnd() {
        return in(() -> plans.yearEnd(ANNE, plan()));
    }

    void settle(PlanId id, YearEnd seen) {
        in(() -> plans.settle(ANNE, agreement, id, seen));
    }

    Optional<WaitingRefund> refund() {
        return in(() -> plans.refund(ANNE, agreement));
    }

    void refunded(WaitingRefund refund) {
        in(() -> plans.refunded(ANNE, refund));
    }

    UUID receive(String amount) {
        return receive(amount, today);
    }

    UUID receive(String amount, LocalDate on) {
        var payment = UUID.randomUUID();
        in(() -> {
            ledger.post(LedgerEntry.payment(payment, agreement, Receipt.BANK, on, euros(amount), Map.of()));
            allocation.settle(List.of(agreement));
        });
        return payment;
    }

    /** As an import tells of what the utility's bank has given back. */
    void giveBack(String amount) {
        in(() -> {
            ledger.post(LedgerEntry.refund(UUID.randomUUID(), agreement, Receipt.BANK, today, euros(amount)));
            allocation.settle(List.of(agreement));
        });
    }

    ReceivableId bill(String total, String kind) {
        return bill(total, kind, 365);
    }

    ReceivableId bill(String total, String kind, int days) {
        return bill(total, kind, days, today);
    }

    ReceivableId bill(String total, String kind, int days, LocalDate on) {
        return in(() -> {
            var invoice = new Rows(database).invoice(agreement, euros(total), Money.zero());
            database.sql(
                            "update invoice set kind = ?, issued_on = ?, due_on = ?, period_from = ?, period_to = ? where id = ?")
                    .params(kind, on, on.plusDays(30), on.minusDays(days), on.minusDays(1), invoice.value())
                    .update();
            ledger.post(LedgerEntry.invoice(invoice, agreement, on, euros(total), Money.zero()));
            allocation.settle(List.of(agreement));
            return invoice;
        });
    }

    /** Takes it back by a credit note of today, which is of no invoice where there is none. */
    void takeBack(@Nullable ReceivableId invoice, String amount) {
        in(() -> {
            ledger.post(LedgerEntry.invoice(
                    creditNote(amount, invoice), agreement, today, euros("-" + amount), Money.zero()));
            allocation.settle(List.of(agreement));
        });
    }

    private ReceivableId creditNote(String amount, @Nullable ReceivableId corrected) {
        var note = new ReceivableId(UUID.randomUUID());
        database.sql("""
                        insert into invoice (id, number, kind, agreement_id, agreement_number, issued_on, due_on, net_amount,
                            vat_amount, total_amount, content_hash, corrects) values (?, ?, 'CREDIT_NOTE', ?, 'A', ?, ?, ?, 0, ?, '\\x00', ?)""")
                .params(
                        note.value(),
                        note.value().toString(),
                        agreement.value(),
                        today,
                        today,
                        euros("-" + amount).amount(),
                        euros("-" + amount).amount(),
                        corrected == null ? null : corrected.value())
                .update();
        return note;
    }

    Money due() {
        return in(() -> debts.of(agreement).due());
    }

    Money left(ReceivableId invoice) {
        return open(invoice).map(OpenReceivable::left).orElse(Money.zero());
    }

    ReceivableState state(ReceivableId invoice) {
        return open(invoice).map(OpenReceivable::state).orElse(ReceivableState.PAID);
    }

    private Optional<OpenReceivable> open(ReceivableId invoice) {
        return in(() -> debts.of(agreement).on(invoice));
    }

    List<String> audited(PlanId id) {
        return in(() -> database.sql(
                        "select action || ' ' || detail from audit_entry where subject = ? order by occurred_at, id")
                .param("plan:" + id.value())
                .query(String.class)
                .list());
    }

    boolean listed(PlanFilter.State state, String words) {
        return in(() -> plans.list(ANNE, new PlanFilter(state, words), 0)).rows().stream()
                .anyMatch(row -> row.plan().agreement().equals(agreement));
    }

    /** Somebody to whom the agreement is open. */
    UserId reader() {
        return in(() -> {
            var user = new Rows(database).user();
            new Rows(database).link(user, agreement);
            return user;
        });
    }

    void billedAMonthAgo() {
        in(() -> new Rows(database).invoice(agreement, euros("200.00"), euros("11.00")));
        update("update invoice set issued_on = ? where agreement_id = ?", today.minusDays(30), agreement.value());
    }

    /** Four at once, and none fails. */
    static void atOnce(Runnable work) throws Exception {
        try (var many = Executors.newFixedThreadPool(4)) {
            for (var one : many.invokeAll(Collections.nCopies(4, Executors.callable(work)))) {
                one.get();
            }
        }
    }

    void update(String sql, Object... values) {
        in(() -> database.sql(sql).params(values).update());
    }

    static CurrentStaff staff(TenantId utility, StaffRole role) {
        return ProvenStaff.of(utility.slug(), UUID.randomUUID(), "a@b.example", "Anne", role, 0);
    }

    <T> T in(Supplier<T> work) {
        return TenantContext.callAs(UTILITY, () -> transaction.execute(status -> work.get()));
    }

    void in(Runnable work) {
        TenantContext.runAs(UTILITY, () -> transaction.executeWithoutResult(status -> work.run()));
    }
}
