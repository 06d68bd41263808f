package fr.ondine.platform.runs;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sums up what stands billed of a year before. */
@Repository
class PastTotals {

    private static final String SAME_PERIOD = """
            select count(*), coalesce(sum(i.total_amount), 0)
              from invoice i
              join agreement a on a.id = i.agreement_id
              join service_point sp on sp.id = a.service_point_id
              join premise pr on pr.id = sp.premise_id
             where i.kind = :kind and i.period_from >= :from and i.period_from < :until and %s
               and not exists (select from invoice c where c.corrects = i.id and c.total_amount = -i.total_amount)""";

    private final JdbcClient database;

    PastTotals(JdbcClient database) {
        this.database = database;
    }

    PeriodBefore before(Run run) {
        var now = run.terms().period();
        var before = new Period(now.from().minusYears(1), now.until().minusYears(1));
        return database.sql(SAME_PERIOD.formatted(run.perimeter().condition()))
                .param("kind", run.terms().kind().name())
                .param("from", before.from())
                .param("until", before.until())
                .param("of", run.perimeter().of().toArray(String[]::new))
                .query((row, number) -> new PeriodBefore(before, row.getLong(1), Money.euros(row.getBigDecimal(2))))
                .single();
    }
}
