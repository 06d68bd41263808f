package fr.ondine.platform.metering;

import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.network.ServicePointId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The meters and readings of service points, each list in one query. */
@Repository
class Meters {

    /** Sewerage has no meter of its own: it follows the water meter of the same premise. */
    private static final String METERED_POINT = " (select coalesce("
            + "(select service_point_id from meter_installation where service_point_id = :point limit 1),"
            + "(select water.id from service_point own join service_point water using (premise_id)"
            + " where own.id = :point and water.service = 'WATER'"
            + " and exists (select from meter_installation i where i.service_point_id = water.id)"
            + " order by water.reference limit 1)))";

    private static final String BILLED = """
            select exists (select from meter_installation i
                             join service_point s on s.id = i.service_point_id
                             join lateral (%s) b on b.serial = :serial and b.until >= :on
                            where i.meter_id = :meter and i.removed_on is null)""".formatted(BilledMeters.SQL.formatted("s.premise_id", "s.id"));

    private final JdbcClient database;
    private final StandingReadings standing;

    Meters(JdbcClient database, StandingReadings standing) {
        this.database = database;
        this.standing = standing;
    }

    List<MeterInstallation> installedAt(ServicePointId point) {
        return database.sql(
                        "select meter_id, serial, dials, installed_on, install_register, removed_on, removal_register"
                                + " from meter_installation join meter on meter.id = meter_id where service_point_id ="
                                + METERED_POINT + " order by installed_on")
                .param("point", point.value())
                .query((row, number) -> installation(row))
                .list();
    }

    List<Reading> readingsAt(ServicePointId point) {
        // distinct, for a meter that was fitted here twice; a meter's readings at another place are that place's
        return database.sql("select distinct serial, read_on, register_value, source, quality"
                        + " from meter_installation here join meter on meter.id = here.meter_id"
                        + " join reading on reading.meter_id = here.meter_id and read_on >= here.installed_on"
                        + " and (here.removed_on is null or read_on <= here.removed_on)"
                        + " where here.service_point_id =" + METERED_POINT + " order by read_on")
                .param("point", point.value())
                .query((row, number) -> reading(row))
                .list();
    }

    /**
     * Keeps the subscriber's reading, unless somebody else sent one that day; one sent again on the same day by the
     * holders replaces the first, which stays on file; one after the other, so that none is lost between two.
     *
     * @throws ReadingAlreadyBilled if there is an invoice of the first
     */
    boolean keep(UUID meter, Reading reading, UserId submittedBy, List<UserId> holders, OffsetDateTime at) {
        database.sql("select from meter where id = :meter for no key update")
                .param("meter", meter)
                .query((row, number) -> true)
                .single();
        var replaced = database.sql("""
                        insert into withdrawn_reading (reading_id, meter_id, read_on, register_value, source, quality,
                                                       submitted_by, recorded_at, withdrawn_at, withdrawn_by, reason)
                        select id, meter_id, read_on, register_value, source, quality, submitted_by, recorded_at, :at, :by, ''
                          from reading
                         where meter_id = :meter and read_on = :on and source = :source and register_value <> :register
                           and submitted_by in (:holders) for update""")
                .param("meter", meter)
                .param("on", reading.readOn())
                .param("source", reading.source().name())
                .param("register", reading.register().litres())
                .param("holders", holders.stream().map(UserId::value).toList())
                .param("by", "user:" + submittedBy.value())
                .param("at", at)
                .update();
        if (replaced > 0) {
            standing.beforeWithdrawal();
            requireNotBilled(meter, reading);
        }
        return database.sql("insert into reading"
                                + " (id, meter_id, read_on, register_value, source, quality, submitted_by, recorded_at)"
                                + " values (:id, :meter, :on, :register, :source, :quality, :by, :at)"
                                + " on conflict (meter_id, read_on, source) do update"
                                + " set register_value = excluded.register_value, submitted_by = excluded.submitted_by,"
                                + " recorded_at = excluded.recorded_at where reading.submitted_by in (:holders)")
                        .param("id", UUID.randomUUID())
                        .param("meter", meter)
                        .param("on", reading.readOn())
                        .param("register", reading.register().litres())
                        .param("source", reading.source().name())
                        .param("quality", reading.quality().name())
                        .param("by", submittedBy.value())
                        .param("holders", holders.stream().map(UserId::value).toList())
                        .param("at", at)
                        .update()
                > 0;
    }

    private void requireNotBilled(UUID meter, Reading reading) {
        var isBilled = database.sql(BILLED)
                .param("meter", meter)
                .param("serial", reading.meterSerial())
                .param("on", reading.readOn())
                .query(Boolean.class)
                .single();
        if (isBilled) {
            throw new ReadingAlreadyBilled();
        }
    }

    static MeterInstallation installation(ResultSet row) throws SQLException {
        var removal = row.getObject("removal_register", Long.class);
        return new MeterInstallation(
                row.getObject("meter_id", UUID.class),
                row.getString("serial"),
                row.getInt("dials"),
                row.getObject("installed_on", LocalDate.class),
                new Volume(row.getLong("install_register")),
                row.getObject("removed_on", LocalDate.class),
                removal == null ? null : new Volume(removal));
    }

    /** Of the columns that have these names. */
    static Reading reading(ResultSet row) throws SQLException {
        return new Reading(
                row.getString("serial"),
                row.getObject("read_on", LocalDate.class),
                new Volume(row.getLong("register_value")),
                ReadingSource.valueOf(row.getString("source")),
                ReadingQuality.valueOf(row.getString("quality")));
    }
}
