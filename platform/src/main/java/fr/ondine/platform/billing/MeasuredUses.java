package fr.ondine.platform.billing;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What invoices by a reading measured of an agreement's own use. An invoice that came by import does not say whether it
 * sets an estimate right; it counts where there was none.
 */
@Repository
class MeasuredUses {

    private static final String USES = """
            select coalesce(m.days_from, i.period_from - 1) as days_from, coalesce(m.days_until, i.period_to) as days_until,
                   coalesce(m.litres, i.volume_m3 * 1000)::bigint as litres
              from invoice i
              cross join lateral (
                  select min(read_from) as days_from, max(read_until) as days_until, sum(litres) as litres,
                         bool_or(is_estimated) as is_estimated
                    from invoice_meter where invoice_id = i.id) m
             where i.agreement_id = :agreement and i.kind in ('ACTUAL', 'CLOSING') and i.volume_m3 >= 0
               and i.period_from is not null and i.period_from < i.period_to and m.is_estimated is not true
               and i.issued_on between :until - 1200 and :until
               and (select sum(c.total_amount) from invoice c where c.corrects = i.id and c.issued_on <= :until) is distinct from -i.total_amount
               and (m.litres is not null or not exists (
                   select from invoice e where e.agreement_id = i.agreement_id and e.kind = 'ESTIMATED'
                      and e.period_to between i.period_from - 400 and i.period_to))
             order by i.issued_on desc""";

    private final JdbcClient database;

    MeasuredUses(JdbcClient database) {
        this.database = database;
    }

    /** Of invoices of the three years until a day, the latest first. */
    List<MeasuredUse> until(AgreementId agreement, LocalDate day) {
        return database.sql(USES)
                .param("agreement", agreement.value())
                .param("until", day)
                .query((row, number) -> use(row))
                .list();
    }

    private static MeasuredUse use(ResultSet row) throws SQLException {
        return new MeasuredUse(
                new Period(row.getObject("days_from", LocalDate.class), row.getObject("days_until", LocalDate.class)),
                new Volume(row.getLong("litres")));
    }
}
