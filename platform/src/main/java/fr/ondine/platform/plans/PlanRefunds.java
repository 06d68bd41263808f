package fr.ondine.platform.plans;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.AgreementLock;
import fr.ondine.platform.receivables.Allocation;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.receivables.Receipt;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is to be given back of plans: it waits until staff say that the bank has paid it, and is posted once. */
@Repository
class PlanRefunds {

    /**
     * What the agreement {@code %1$s} owed when it owed most since the day {@code %2$s}, below zero where it had credit on
     * each day: what an invoice took once is not given back of what was paid for the next year. What a credit
     * note takes back was never owed, and what was given back, as an import tells too, was not there from the beginning.
     */
    static final String MOST_OWED = """
            (select coalesce(max(owed.amount), 0) from (
                select sum(sum(o.amount)) over (order by greatest(d.day, %2$s)) as amount
                  from posting o join ledger_entry e on e.id = o.entry_id
                 cross join lateral (select case when e.kind = 'REFUND' then %2$s else coalesce((
                     select c.issued_on from invoice n join invoice c on c.id = n.corrects
                      where e.kind = 'CREDIT_NOTE' and 'invoice:' || n.id = e.source), e.effective_on) end as day) d
                 where o.agreement_id = %1$s and o.account in ('RECEIVABLE', 'UNALLOCATED')
                 group by greatest(d.day, %2$s)) owed)""";

    private static final String WAITING = """
            select * from (select f.plan_id, least(f.amount, -%s) as amount, f.noted_on
                             from plan_refund f where f.agreement_id = ? and f.paid_on is null) waiting
             where amount > 0 order by noted_on, plan_id limit 1""".formatted(MOST_OWED.formatted("f.agreement_id", "f.noted_on"));

    private final JdbcClient database;
    private final AgreementLock lock;
    private final Ledger ledger;
    private final Allocation allocation;
    private final AuditTrail audit;
    private final Clock clock;

    PlanRefunds(
            JdbcClient database,
            AgreementLock lock,
            Ledger ledger,
            Allocation allocation,
            AuditTrail audit,
            Clock clock) {
        this.database = database;
        this.lock = lock;
        this.ledger = ledger;
        this.allocation = allocation;
        this.audit = audit;
        this.clock = clock;
    }

    /** Of an agreement, the oldest; none where invoices have used all of it. */
    Optional<WaitingRefund> waiting(AgreementId agreement) {
        return database.sql(WAITING)
                .param(agreement.value())
                .query((row, number) -> new WaitingRefund(
                        new PlanId(row.getObject("plan_id", UUID.class)),
                        agreement,
                        Money.euros(row.getBigDecimal("amount")),
                        row.getObject("noted_on", LocalDate.class)))
                .optional();
    }

    /** Says that it was paid back; again, it is done already. */
    void paid(WaitingRefund seen, String actor) {
        lock.take(seen.agreement());
        if (isPaid(seen.plan())) {
            return;
        }
        var refund = waiting(seen.agreement()).filter(seen::equals).orElseThrow(PlanRefused::refundChanged);
        var today = LocalDate.now(clock);
        database.sql("update plan_refund set paid_on = ?, paid_by = ?, paid_amount = ? where plan_id = ?")
                .params(today, actor, refund.amount().amount(), refund.plan().value())
                .update();
        ledger.post(
                LedgerEntry.refund(refund.plan().value(), refund.agreement(), Receipt.BANK, today, refund.amount()));
        allocation.settle(List.of(refund.agreement()));
        audit.record(
                actor,
                "plan.refunded",
                "plan:" + refund.plan().value(),
                refund.amount().amount().toString());
    }

    private boolean isPaid(PlanId plan) {
        return database.sql("select paid_on is not null from plan_refund where plan_id = ?")
                .param(plan.value())
                .query(Boolean.class)
                .optional()
                .orElseThrow(PlanRefused::refundChanged);
    }
}
