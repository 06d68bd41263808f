package fr.ondine.platform.billing;

import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.metering.Consumption;
import fr.ondine.platform.network.ServicePointId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads between which registers an invoice billed; of one that came by import, those that give its volume. */
@Repository
class BilledMeters {

    private final JdbcClient database;
    private final Consumption consumption;

    BilledMeters(JdbcClient database, Consumption consumption) {
        this.database = database;
        this.consumption = consumption;
    }

    /** Each meter of its own: one that was replaced and the next one. */
    List<BilledMeter> of(IssuedInvoice invoice, ServicePointId point) {
        var kept = database.sql("""
                        select serial, read_from, register_from, read_until, register_until, litres, is_estimated
                          from invoice_meter where invoice_id = :id order by position""")
                .param("id", invoice.id().value())
                .query((row, number) -> meter(row))
                .list();
        return kept.isEmpty() && invoice.volume() != null
                ? BilledReadings.of(invoice, consumption.readings(point)).stream()
                        .map(BilledMeter::of)
                        .toList()
                : kept;
    }

    private static BilledMeter meter(ResultSet row) throws SQLException {
        return new BilledMeter(
                row.getString("serial"),
                row.getObject("read_from", LocalDate.class),
                new Volume(row.getLong("register_from")),
                row.getObject("read_until", LocalDate.class),
                new Volume(row.getLong("register_until")),
                new Volume(row.getLong("litres")),
                row.getBoolean("is_estimated"));
    }
}
