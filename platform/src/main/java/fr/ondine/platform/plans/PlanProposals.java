package fr.ondine.platform.plans;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.leaks.CreditedLeaks;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the plans whose year has changed by what was credited for a leak, and what they would be by that. */
@Component
class PlanProposals {

    /** Of plans {@code p}; once the year is settled, what is credited is taken off by itself. */
    static final String PENDING = "p.state <> 'CLOSED' and p.outcome is null and " + credited() + " > 0";

    /** Each day once; what was taken back whole is not billed, and what came before the plan is not of its year. */
    private static final String BILLED = """
            with billed as (
                select i.total_amount + coalesce(credited.amount, 0) as amount,
                       daterange(i.period_from, i.period_to, '[]') as days
                  from invoice i
                 cross join lateral (select sum(c.total_amount) as amount from invoice c where c.corrects = i.id) credited
                 where i.agreement_id = :agreement and i.kind in ('ACTUAL', 'ESTIMATED') and i.issued_on > :since
                   and credited.amount is distinct from -i.total_amount)
            select coalesce(sum(amount), 0) as amount,
                   coalesce((select sum(upper(d.days) - lower(d.days))
                               from (select unnest(range_agg(days)) as days from billed
                                      where not lower_inf(days) and not upper_inf(days)) d), 0) as days
              from billed""";

    private static final int YEAR = 365;

    private final JdbcClient database;
    private final PlanBook book;
    private final PlanDrafts drafts;
    private final Clock clock;

    PlanProposals(JdbcClient database, PlanBook book, PlanDrafts drafts, Clock clock) {
        this.database = database;
        this.book = book;
        this.drafts = drafts;
        this.clock = clock;
    }

    private record Billed(Money amount, int days) {}

    /** Empty where nothing was credited for a leak since somebody looked at it. */
    Optional<PlanProposal> of(Plan plan) {
        return database.sql("select " + credited() + " from instalment_plan p where p.id = :plan and " + PENDING)
                .param("plan", plan.id().value())
                .query((row, number) -> Money.euros(row.getBigDecimal(1)))
                .optional()
                .map(credited -> proposal(plan, credited));
    }

    private PlanProposal proposal(Plan plan, Money credited) {
        var billed = billed(plan);
        var usual = usual(plan);
        var year = billed.amount().plus(forDays(YEAR - billed.days(), usual)).plus(plan.carried());
        return new PlanProposal(credited, billed.amount(), billed.days(), usual, year, revision(plan, year));
    }

    /** As it would be told of a plan that is agreed today; what staff agreed with the payer stays where the tariff tells nothing. */
    private Money usual(Plan plan) {
        return drafts.year(plan.agreement())
                .filter(year -> year.basis() == PlanBasis.TARIFF
                        || year.basis() == plan.year().basis())
                .orElse(plan.year())
                .amount();
    }

    private static Money forDays(int days, Money year) {
        return Money.euros(year.amount()
                .multiply(BigDecimal.valueOf(Math.max(0, days)))
                .divide(BigDecimal.valueOf(YEAR), year.amount().scale(), RoundingMode.HALF_UP));
    }

    private Optional<PlanRevision> revision(Plan plan, Money year) {
        try {
            return Optional.of(book.revision(plan.agreement(), year, LocalDate.now(clock)));
        } catch (PlanRefused nothingToChange) {
            return Optional.empty();
        }
    }

    private Billed billed(Plan plan) {
        return database.sql(BILLED)
                .param("agreement", plan.agreement().value())
                .param("since", plan.agreedOn())
                .query((row, number) -> new Billed(Money.euros(row.getBigDecimal("amount")), row.getInt("days")))
                .single();
    }

    private static String credited() {
        return CreditedLeaks.sum("p.agreement_id", "coalesce(p.reliefs_seen_at, p.agreed_on)");
    }
}
