package fr.ondine.platform.metering;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.network.ServicePointId;
import fr.ondine.testing.Rows;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A place with its meters and the agreements that it had one after the other; in the caller's transaction. */
record MeteredPlace(JdbcClient database, ServicePointId point, AgreementId agreement) {

    static MeteredPlace of(JdbcClient database) {
        var agreement = new Rows(database).agreement();
        var point = database.sql("select service_point_id from agreement where id = ?")
                .param(agreement.value())
                .query(UUID.class)
                .single();
        return new MeteredPlace(database, new ServicePointId(point), agreement);
    }

    /** The same place under the agreement of somebody else. */
    MeteredPlace nextAgreement() {
        var other = new Rows(database).agreement();
        run("update agreement set service_point_id = ? where id = ?", point.value(), other.value());
        return new MeteredPlace(database, point, other);
    }

    UserId holder() {
        var user = new Rows(database).user();
        new Rows(database).link(user, agreement);
        return user;
    }

    void lasts(LocalDate first, @Nullable LocalDate last) {
        database.sql("update agreement set started_on = :first, ended_on = :last where id = :id")
                .param("first", first)
                .param("last", last, java.sql.Types.DATE)
                .param("id", agreement.value())
                .update();
    }

    Occupancy occupancy(LocalDate first, @Nullable LocalDate last) {
        return new Occupancy(point, first, last);
    }

    UUID fit(LocalDate on, long cubicMetres) {
        var meter = UUID.randomUUID();
        run("insert into meter (id, serial, dials) values (?, ?, 5)", meter, serial(meter));
        fit(meter, on, cubicMetres);
        return meter;
    }

    void fit(UUID meter, LocalDate on, long cubicMetres) {
        run(
                "insert into meter_installation (id, meter_id, service_point_id, installed_on, install_register)"
                        + " values (?, ?, ?, ?, ?)",
                UUID.randomUUID(),
                meter,
                point.value(),
                on,
                litres(cubicMetres));
    }

    void remove(UUID meter, LocalDate on, long cubicMetres) {
        run(
                "update meter_installation set removed_on = ?, removal_register = ? where meter_id = ?"
                        + " and removed_on is null",
                on,
                litres(cubicMetres),
                meter);
    }

    void read(UUID meter, LocalDate on, long cubicMetres) {
        run(
                "insert into reading (id, meter_id, read_on, register_value, source, quality, recorded_at)"
                        + " values (?, ?, ?, ?, 'AGENT', 'ACTUAL', now())",
                UUID.randomUUID(),
                meter,
                on,
                litres(cubicMetres));
    }

    static String serial(UUID meter) {
        return meter.toString();
    }

    void run(String sql, Object... values) {
        database.sql(sql).params(values).update();
    }

    private static long litres(long cubicMetres) {
        return Volume.ofCubicMetres(cubicMetres).litres();
    }
}
