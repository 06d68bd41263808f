package fr.ondine.platform.billing;

import fr.ondine.platform.kernel.Volume;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which invoices have to tell of an abnormal use: those by which, or before which, it was told. */
@Repository
class ToldLeaks {

    private final JdbcClient database;

    ToldLeaks(JdbcClient database) {
        this.database = database;
    }

    Optional<ToldLeak> by(InvoiceId invoice) {
        return database.sql("select f.litres, f.mean_litres, f.is_of_zone, f.answer_by from leak_file f"
                        + " join invoice i on i.id = f.invoice_id"
                        + " where i.id = ? and f.answer_by is not null and f.notified_on <= i.issued_on")
                .param(invoice.value())
                .query((row, number) -> new ToldLeak(
                        new Volume(row.getLong(1)),
                        new Volume(row.getLong(2)),
                        row.getBoolean(3),
                        row.getObject(4, LocalDate.class)))
                .optional();
    }
}
