package fr.ondine.platform.plans;

import static java.util.stream.Collectors.toSet;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.CarriedRests;
import fr.ondine.platform.receivables.ReceivableId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes what becomes of the difference when the year of a plan is billed. */
@Repository
class SettlementStore {

    /** Each day once, however often it was billed; what was taken back whole is not billed, until it is billed anew. */
    private static final String BILLED = """
            with every as (
                select i.kind, daterange(i.period_from, i.period_to, '[]') as days,
                       (select sum(c.total_amount) from invoice c where c.corrects = i.id)
                           is not distinct from -i.total_amount as is_taken_back
                  from invoice i
                 where i.agreement_id = :agreement and i.kind in ('ACTUAL', 'CLOSING') and i.issued_on > :since),
            billed as (
                select range_agg(days) filter (
                           where kind = 'ACTUAL' and not lower_inf(days) and not upper_inf(days)) as days,
                       coalesce(bool_or(kind = 'CLOSING'), false) as is_over, count(*) > 0 as is_any
                  from every where not is_taken_back)
            select is_over, is_any,
                   coalesce((select sum(upper(d) - lower(d)) from unnest(days) d), 0) as days,
                   exists (select from every e where e.is_taken_back and not coalesce(billed.days @> e.days, false))
                       as is_taken_back
              from billed""";

    /** Until another invoice of a use asks for it, or the one that it was left of asks for more, as where a payment came back. */
    private static final String CARRIED = """
            select q.settled_left from instalment_plan q
             where q.agreement_id = :agreement and q.state = 'CLOSED' and q.outcome = 'CARRIED'
               and not exists (select from instalment_plan l where l.agreement_id = q.agreement_id
                                  and (l.agreed_on, l.id) > (q.agreed_on, q.id))
               and not exists (select from invoice i where i.agreement_id = q.agreement_id
                                  and i.kind in ('ACTUAL', 'ESTIMATED', 'CLOSING') and i.issued_on > q.settled_on)
               and not\s""" + CarriedRests.isExceeded();

    /** Those of a use that were issued since, and what the plan before has left to this one. */
    private static final String PLANNED = """
            select i.id from invoice i
             where i.agreement_id = :agreement and i.kind in ('ACTUAL', 'ESTIMATED')
               and (i.issued_on > :since or :carried > 0 and exists (select from instalment_plan q where %s))""".formatted(CarriedRests.isOf(
            "i", "(select sum(o.amount) from posting o where o.invoice_id = i.id and o.account = 'RECEIVABLE')"));

    private static final String TOUCHED = """
            select p.id from instalment_plan p
             where p.agreement_id = any(:agreements) and p.state <> 'CLOSED'
               and (p.settled_on is not null or exists (
                       select from invoice i where i.agreement_id = p.agreement_id and i.kind in ('ACTUAL', 'CLOSING')
                          and i.issued_on > p.agreed_on))""";

    private final JdbcClient database;

    SettlementStore(JdbcClient database) {
        this.database = database;
    }

    /**
     * What was billed by a reading since a day.
     *
     * @param isOver whether the agreement was closed by it
     * @param days of which the use is billed
     * @param isTakenBack whether some of it was taken back whole, and is not billed anew yet
     */
    record Billed(boolean isAny, boolean isOver, int days, boolean isTakenBack) {}

    Billed billed(AgreementId agreement, LocalDate since) {
        return database.sql(BILLED)
                .param("agreement", agreement.value())
                .param("since", since)
                .query((row, number) -> new Billed(
                        row.getBoolean("is_any"),
                        row.getBoolean("is_over"),
                        row.getInt("days"),
                        row.getBoolean("is_taken_back")))
                .single();
    }

    /** The invoices that a plan pays. */
    Set<ReceivableId> planned(Plan plan) {
        return database
                .sql(PLANNED)
                .param("agreement", plan.agreement().value())
                .param("since", plan.agreedOn())
                .param("carried", plan.carried().amount())
                .query(UUID.class)
                .list()
                .stream()
                .map(ReceivableId::new)
                .collect(toSet());
    }

    Optional<Money> carried(AgreementId agreement) {
        return database.sql(CARRIED)
                .param("agreement", agreement.value())
                .query((row, number) -> Money.euros(row.getBigDecimal(1)))
                .optional();
    }

    /** What a plan has left to the next one; nothing where it has not. */
    Money carriedBy(PlanId plan) {
        return database.sql("select settled_left from instalment_plan where id = ? and outcome = 'CARRIED'")
                .param(plan.value())
                .query((row, number) -> Money.euros(row.getBigDecimal(1)))
                .optional()
                .orElse(Money.zero());
    }

    /** The plans about which there may be something to decide, now that something was billed or paid. */
    List<PlanId> touched(Collection<AgreementId> agreements) {
        return database
                .sql(TOUCHED)
                .param("agreements", agreements.stream().map(AgreementId::value).toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .stream()
                .map(PlanId::new)
                .toList();
    }

    /** Whether just that was done about the plan, and nothing since. */
    boolean isDone(PlanId plan, YearEnd end) {
        return database.sql("select exists (select from instalment_plan where id = :id and outcome = :outcome"
                        + " and settled_left = :left and closing is not distinct from cast(:closing as text))")
                .param("id", plan.value())
                .param("outcome", end.outcome().name())
                .param("left", end.difference().amount())
                .param("closing", end.closing() == null ? null : end.closing().name())
                .query(Boolean.class)
                .single();
    }

    void settle(Plan plan, YearEnd end, LocalDate today) {
        database.sql(
                        "update instalment_plan set settled_on = :today, outcome = :outcome, settled_left = :left where id = :id")
                .param("today", today)
                .param("outcome", end.outcome().name())
                .param("left", end.difference().amount())
                .param("id", plan.id().value())
                .update();
        if (end.refund().isPositive()) {
            database.sql("insert into plan_refund (plan_id, agreement_id, amount, noted_on) values (?, ?, ?, ?)")
                    .params(
                            plan.id().value(),
                            plan.agreement().value(),
                            end.refund().amount(),
                            today)
                    .update();
        }
    }
}
