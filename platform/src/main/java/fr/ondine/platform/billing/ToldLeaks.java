package fr.ondine.platform.billing;

import fr.ondine.platform.kernel.Volume;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which invoices have to tell of an abnormal use: those by which, or before which, it was told. */
@Repository
class ToldLeaks {

    /**
     * With the month that was known when the invoice was posted: where the mail that had begun it came back since, whoever was
     * told has longer, and no form says so that another does not. One that took the place of another has a month of its own.
     */
    private static final String TOLD = """
            select f.litres, f.mean_litres, f.is_of_zone,
                   case when f.first_billed_on < i.issued_on then f.answer_by else least(f.answer_by, (
                       select (min(m.sent_on) + interval '1 month')::date
                         from leak_mail m join ledger_entry e on e.source = 'invoice:' || i.id
                        where m.file_id = f.id and m.decision is null and m.returned_at > e.recorded_at
                          and m.sent_on <= least(i.issued_on, (e.recorded_at at time zone :zone)::date))) end
              from leak_file f join invoice i on i.id = f.invoice_id
             where i.id = :invoice and f.answer_by is not null and f.notified_on <= i.issued_on""";

    private final JdbcClient database;
    private final Clock clock;

    ToldLeaks(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Optional<ToldLeak> by(InvoiceId invoice) {
        return database.sql(TOLD)
                .param("invoice", invoice.value())
                .param("zone", clock.getZone().getId())
                .query((row, number) -> new ToldLeak(
                        new Volume(row.getLong(1)),
                        new Volume(row.getLong(2)),
                        row.getBoolean(3),
                        row.getObject(4, LocalDate.class)))
                .optional();
    }
}
