package fr.ondine.platform.billing;

import fr.ondine.platform.kernel.Volume;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which invoices have to tell of an abnormal use. */
@Repository
class ToldLeaks {

    private final JdbcClient database;

    ToldLeaks(JdbcClient database) {
        this.database = database;
    }

    Optional<ToldLeak> by(InvoiceId invoice) {
        return database.sql("select litres, mean_litres, answer_by from leak_file"
                        + " where invoice_id = ? and answer_by is not null")
                .param(invoice.value())
                .query((row, number) -> new ToldLeak(
                        new Volume(row.getLong(1)), new Volume(row.getLong(2)), row.getObject(3, LocalDate.class)))
                .optional();
    }
}
