package fr.ondine.platform.metering;

import fr.ondine.platform.kernel.OrderedId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes what staff find out about readings; one that no longer stands is kept apart, as it was. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ReadingStore {

    private final JdbcClient database;
    private final Clock clock;

    ReadingStore(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    ReadingId insert(MeterInstallation meter, Reading reading) {
        var id = OrderedId.next();
        var rows = database.sql("insert into reading"
                        + " (id, meter_id, read_on, register_value, source, quality, recorded_at)"
                        + " values (:id, :meter, :on, :register, :source, :quality, :now)"
                        + " on conflict (meter_id, read_on, source) do nothing")
                .param("id", id)
                .param("meter", meter.meterId())
                .param("on", reading.readOn())
                .param("register", reading.register().litres())
                .param("source", reading.source().name())
                .param("quality", reading.quality().name())
                .param("now", now())
                .update();
        if (rows == 0) {
            throw ReadingRefused.already(reading);
        }
        return new ReadingId(id);
    }

    /** Those that there was no other in the place of. */
    Set<ReadingId> insertAll(List<PushedLot.Taken> taken) {
        if (taken.isEmpty()) {
            return Set.of();
        }
        return database.sql("insert into reading (id, meter_id, read_on, register_value, source, quality, recorded_at)"
                        + " select id, meter_id, read_on, register_value, source, quality, :now"
                        + " from unnest(:ids, :meters, cast(:days as date[]), :registers, :sources, :qualities)"
                        + " as taken (id, meter_id, read_on, register_value, source, quality)"
                        + " on conflict (meter_id, read_on, source) do nothing returning id")
                .param("now", now())
                .param("ids", taken.stream().map(one -> one.id().value()).toArray(UUID[]::new))
                .param(
                        "meters",
                        taken.stream().map(one -> one.entry().meter().meterId()).toArray(UUID[]::new))
                .param("days", texts(taken, Reading::readOn))
                .param(
                        "registers",
                        taken.stream()
                                .map(one -> one.entry().reading().register().litres())
                                .toArray(Long[]::new))
                .param("sources", texts(taken, Reading::source))
                .param("qualities", texts(taken, Reading::quality))
                .query((row, number) -> new ReadingId(row.getObject(1, UUID.class)))
                .set();
    }

    private static String[] texts(List<PushedLot.Taken> taken, Function<Reading, Object> value) {
        return taken.stream()
                .map(one -> value.apply(one.entry().reading()).toString())
                .toArray(String[]::new);
    }

    /** Nobody else changes or withdraws it from now on; refused where somebody has. */
    void lock(SeenReading reading) {
        var found = database.sql("select id from reading where id = :id and register_value = :seen for update")
                .param("id", reading.id().value())
                .param("seen", reading.register().litres())
                .query(UUID.class)
                .optional();
        if (found.isEmpty()) {
            throw ReadingRefused.gone();
        }
    }

    void withdraw(SeenReading reading, String by, String reason) {
        var rows = database.sql("""
                        with gone as (delete from reading where id = :id and register_value = :seen returning *)
                        insert into withdrawn_reading (reading_id, meter_id, read_on, register_value, source, quality,
                                                       submitted_by, recorded_at, withdrawn_at, withdrawn_by, reason)
                        select id, meter_id, read_on, register_value, source, quality, submitted_by, recorded_at, :now, :by,
                               :reason
                          from gone""")
                .param("id", reading.id().value())
                .param("seen", reading.register().litres())
                .param("now", now())
                .param("by", by)
                .param("reason", reason)
                .update();
        if (rows == 0) {
            throw ReadingRefused.gone();
        }
    }

    void replaced(ReadingId withdrawn, ReadingId by) {
        database.sql("update withdrawn_reading set replaced_by = :by where reading_id = :id")
                .param("by", by.value())
                .param("id", withdrawn.value())
                .update();
    }

    void confirm(SeenReading reading, String by) {
        var rows = database.sql("""
                        with seen as (select id from reading where id = :id and register_value = :seen for update)
                        update reading_doubt set confirmed_at = :now, confirmed_by = :by
                          from seen where reading_id = seen.id and confirmed_at is null""")
                .param("now", now())
                .param("by", by)
                .param("id", reading.id().value())
                .param("seen", reading.register().litres())
                .update();
        if (rows == 0) {
            throw ReadingRefused.gone();
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
