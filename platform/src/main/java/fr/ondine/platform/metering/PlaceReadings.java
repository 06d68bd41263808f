package fr.ondine.platform.metering;

import fr.ondine.platform.kernel.Volume;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The meters of many metered points and their readings, in two queries; for whoever bills them. */
@Repository
@Transactional(readOnly = true)
public class PlaceReadings {

    private final JdbcClient database;

    PlaceReadings(JdbcClient database) {
        this.database = database;
    }

    /** By metered point, those readings after a day that were known at a moment; one without a meter is left out. */
    public Map<UUID, PlaceMeters> at(Collection<UUID> points, LocalDate after, Instant knownBy) {
        var places = new LinkedHashMap<UUID, PlaceMeters>();
        var ids = points.toArray(UUID[]::new);
        database.sql("""
                        select service_point_id, meter_id, serial, dials, installed_on, install_register, removed_on,
                               removal_register, diameter_mm, removal_noted_by
                          from meter_installation join meter on meter.id = meter_id
                         where service_point_id = any(:points) order by installed_on""").param("points", ids).query(row -> {
            places.computeIfAbsent(row.getObject(1, UUID.class), point -> PlaceMeters.empty())
                    .add(
                            Meters.installation(row),
                            row.getInt("diameter_mm"),
                            row.getString("removal_noted_by") != null);
        });
        database.sql("""
                        select distinct here.service_point_id, serial, reading.read_on, register_value, source, quality,
                               d.reading_id is not null
                          from meter_installation here join meter on meter.id = here.meter_id
                          join reading on reading.meter_id = here.meter_id and reading.read_on >= here.installed_on
                           and (here.removed_on is null or reading.read_on <= here.removed_on)
                          left join reading_doubt d on d.reading_id = reading.id and d.confirmed_at is not null
                         where here.service_point_id = any(:points) and reading.read_on > :after and recorded_at <= :known""")
                .param("points", ids)
                .param("after", after)
                .param("known", knownBy.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    places.computeIfAbsent(row.getObject(1, UUID.class), point -> PlaceMeters.empty())
                            .add(
                                    new Reading(
                                            row.getString(2),
                                            row.getObject(3, LocalDate.class),
                                            new Volume(row.getLong(4)),
                                            ReadingSource.valueOf(row.getString(5)),
                                            ReadingQuality.valueOf(row.getString(6))),
                                    row.getBoolean(7));
                });
        return places;
    }
}
