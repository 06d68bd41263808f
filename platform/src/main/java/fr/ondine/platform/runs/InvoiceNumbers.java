package fr.ondine.platform.runs;

import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.NumberSeries;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives out the numbers of invoices, each once and without a gap: what is not committed was never given out. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class InvoiceNumbers {

    private final JdbcClient database;
    private final Tenants tenants;

    InvoiceNumbers(JdbcClient database, Tenants tenants) {
        this.database = database;
        this.tenants = tenants;
    }

    /** The next number of a day, as it is stored. */
    public String next(LocalDate day) {
        return series().number(day, take(day, 1));
    }

    /** The first of so many numbers of a day; until the transaction ends nobody else gets one of the same series. */
    long take(LocalDate day, int count) {
        var series = series();
        var name = series.name(day);
        begin(series, name);
        var last = database.sql("""
                        update invoice_series set last_number = last_number + :count where series = :series
                        returning last_number""")
                .param("series", name)
                .param("count", count)
                .query(Long.class)
                .single();
        if (last > series.last()) {
            throw new SeriesUsedUp(name);
        }
        return last - count + 1;
    }

    /** The first of so many numbers as it would be now; until it is taken another may get it. */
    String foreseen(LocalDate day, int count) {
        var series = series();
        var name = series.name(day);
        var last = database.sql("""
                        select coalesce(
                            (select last_number from invoice_series where series = :series),
                            (select max(substr(number, :from, :digits)::bigint) from invoice where number ~ :expression),
                            0)""")
                .param("series", name)
                .param("from", NumberSeries.start(name) + 1)
                .param("digits", series.digits())
                .param("expression", NumberSeries.expression(name))
                .query(Long.class)
                .single();
        if (last + count > series.last()) {
            throw new SeriesUsedUp(name);
        }
        return series.number(day, last + 1);
    }

    /** How numbers of the bound utility are made. */
    NumberSeries series() {
        var series = tenants.current().invoiceSeries();
        if (series == null) {
            throw new SeriesUnknown();
        }
        return series;
    }

    /** One that was begun elsewhere, and came by import, goes on. */
    private void begin(NumberSeries series, String name) {
        database.sql("""
                        insert into invoice_series (series, last_number)
                        select :series, coalesce(max(substr(number, :from, :digits)::bigint), 0)
                          from invoice where number ~ :expression
                            and not exists (select from invoice_series where series = :series)
                        on conflict (series) do nothing""")
                .param("series", name)
                .param("from", NumberSeries.start(name) + 1)
                .param("digits", series.digits())
                .param("expression", NumberSeries.expression(name))
                .update();
    }
}
