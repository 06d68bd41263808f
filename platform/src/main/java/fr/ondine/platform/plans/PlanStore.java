package fr.ondine.platform.plans;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.receivables.OnAccount;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes plans; a version that was agreed once is never changed. */
@Repository
class PlanStore {

    private static final String COLUMNS = """
            select p.id, p.agreement_id, p.state, p.version, p.day, p.year_amount, p.basis, p.year_litres, p.agreed_on,
                   p.closed_on, p.closing, p.carried, p.outcome from instalment_plan p\s""";

    /** A credit note of an import may say of no invoice that it corrects it. */
    private static final String BILLED = """
            with billed as (
                select i.total_amount + coalesce((select sum(c.total_amount) from invoice c where c.corrects = i.id), 0) as amount,
                       case when i.kind <> 'CREDIT_NOTE' then daterange(i.period_from, i.period_to, '[]') end as days
                  from invoice i
                 where i.agreement_id = :agreement and i.issued_on > :since
                   and (i.kind in ('ACTUAL', 'ESTIMATED') or i.kind = 'CREDIT_NOTE' and i.corrects is null))
            select round(coalesce(sum(amount), 0) * 365 / greatest(365, (
                       select sum(upper(d.days) - lower(d.days))
                         from (select unnest(range_agg(days)) as days from billed
                                where amount <> 0 and not lower_inf(days) and not upper_inf(days)) d)), 2)
              from billed""";

    private final JdbcClient database;

    PlanStore(JdbcClient database) {
        this.database = database;
    }

    /** A plan without its instalments. */
    record Head(
            PlanId id,
            AgreementId agreement,
            PlanState state,
            int version,
            int day,
            YearlyAmount year,
            LocalDate agreedOn,
            @Nullable LocalDate closedOn,
            @Nullable PlanClosing closing,
            Money carried,
            YearEnd.@Nullable Outcome settled) {

        /** When money on account is for it. */
        OnAccount.Span span() {
            return new OnAccount.Span(agreement, agreedOn, closedOn);
        }

        Plan with(Money received, @Nullable LocalDate sentBackOn, Instalments instalments) {
            return new Plan(
                    id,
                    agreement,
                    state,
                    version,
                    day,
                    year,
                    agreedOn,
                    closedOn,
                    closing,
                    carried,
                    settled,
                    received,
                    sentBackOn,
                    instalments.paidBy(received));
        }
    }

    Optional<Head> find(PlanId id) {
        return heads(COLUMNS + "where p.id = ?", id.value()).stream().findFirst();
    }

    /** The one that runs, or else the one that ended last. */
    Optional<Head> latest(AgreementId agreement) {
        return heads(
                        COLUMNS
                                + "where p.agreement_id = ? order by p.state = 'CLOSED', p.agreed_on desc, p.id desc limit 1",
                        agreement.value())
                .stream()
                .findFirst();
    }

    Instalments instalments(PlanId plan, int version) {
        return new Instalments(database.sql(
                        "select due_on, amount from instalment where plan_id = ? and version = ? order by position")
                .params(plan.value(), version)
                .query((row, number) -> new Instalment(
                        row.getObject("due_on", LocalDate.class), Money.euros(row.getBigDecimal("amount"))))
                .list());
    }

    /** What invoices of a use since a day came to, less what was credited of them; of more days than a year has, a year's share. */
    Money billed(AgreementId agreement, LocalDate since) {
        return Money.euros(database.sql(BILLED)
                .param("agreement", agreement.value())
                .param("since", since)
                .query(BigDecimal.class)
                .single());
    }

    void insert(AgreementId agreement, PlanDraft draft, LocalDate today, String actor) {
        var litres = Optional.ofNullable(draft.year().volume()).map(Volume::litres);
        database.sql("""
                        insert into instalment_plan (id, agreement_id, state, version, day, year_amount, basis, year_litres,
                            agreed_on, agreed_by, carried)
                        values (:id, :agreement, 'AGREED', 1, :day, :year, :basis, :litres, :today, :actor, :carried)""")
                .param("carried", draft.carried().amount())
                .param("id", draft.id().value())
                .param("agreement", agreement.value())
                .param("day", draft.order().day())
                .param("year", draft.year().amount().amount())
                .param("basis", draft.year().basis().name())
                .param("litres", litres.orElse(null), Types.BIGINT)
                .param("today", today)
                .param("actor", actor)
                .update();
        insert(draft.id(), 1, draft.instalments());
    }

    void revise(PlanRevision revision) {
        database.sql("update instalment_plan set state = 'REVISED', version = :version, year_amount = :year,"
                        + " basis = 'STAFF', year_litres = null where id = :id")
                .param("version", revision.version() + 1)
                .param("year", revision.ofTheYear().amount())
                .param("id", revision.plan().value())
                .update();
        insert(revision.plan(), revision.version() + 1, revision.after());
    }

    /** That whoever set its amounts knew what was credited for leaks until then. */
    void reliefsSeen(PlanId plan, Instant until) {
        database.sql("update instalment_plan set reliefs_seen_at = ? where id = ?")
                .params(until.atOffset(ZoneOffset.UTC), plan.value())
                .update();
    }

    /** Other dates and amounts for the same year. */
    void change(Plan plan, Instalments after) {
        database.sql("update instalment_plan set state = 'REVISED', version = :version where id = :id")
                .param("version", plan.version() + 1)
                .param("id", plan.id().value())
                .update();
        insert(plan.id(), plan.version() + 1, after);
    }

    void close(PlanId plan, PlanClosing why, LocalDate today, String actor) {
        database.sql(
                        "update instalment_plan set state = 'CLOSED', closing = :why, closed_on = :today, closed_by = :actor"
                                + " where id = :id")
                .param("why", why.name())
                .param("today", today)
                .param("actor", actor)
                .param("id", plan.value())
                .update();
    }

    /** What something says that is done and taken back, in the caller's transaction. */
    <T> T undone(Supplier<T> work) {
        database.sql("savepoint untouched").update();
        try {
            return work.get();
        } finally {
            database.sql("rollback to savepoint untouched").update();
        }
    }

    private void insert(PlanId plan, int version, Instalments instalments) {
        var position = 0;
        for (var one : instalments.all()) {
            database.sql("insert into instalment (plan_id, version, position, due_on, amount) values (?, ?, ?, ?, ?)")
                    .params(
                            plan.value(),
                            version,
                            position++,
                            one.dueOn(),
                            one.amount().amount())
                    .update();
        }
    }

    private List<Head> heads(String sql, UUID parameter) {
        return database.sql(sql)
                .param(parameter)
                .query((row, number) -> head(row))
                .list();
    }

    static Head head(ResultSet row) throws SQLException {
        var litres = row.getObject("year_litres", Long.class);
        var closing = row.getString("closing");
        var outcome = row.getString("outcome");
        return new Head(
                new PlanId(row.getObject("id", UUID.class)),
                new AgreementId(row.getObject("agreement_id", UUID.class)),
                PlanState.valueOf(row.getString("state")),
                row.getInt("version"),
                row.getInt("day"),
                new YearlyAmount(
                        Money.euros(row.getBigDecimal("year_amount")),
                        PlanBasis.valueOf(row.getString("basis")),
                        litres == null ? null : new Volume(litres)),
                row.getObject("agreed_on", LocalDate.class),
                row.getObject("closed_on", LocalDate.class),
                closing == null ? null : PlanClosing.valueOf(closing),
                Money.euros(row.getBigDecimal("carried")),
                outcome == null ? null : YearEnd.Outcome.valueOf(outcome));
    }
}
