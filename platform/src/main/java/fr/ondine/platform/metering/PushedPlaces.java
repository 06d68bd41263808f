package fr.ondine.platform.metering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds the places where many meters were on given days, all by the same few queries. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class PushedPlaces {

    /** Whoever held the meter's place on that day, else whoever did last. */
    private static final String HELD = """
            select asked.serial as asked_serial, asked.day as asked_day, %s
              from unnest(cast(:serials as text[]), cast(:days as date[])) as asked (serial, day)
              cross join lateral (
                  select h.id from meter m
                    join meter_installation i on i.meter_id = m.id and i.installed_on <= asked.day
                                             and (i.removed_on is null or asked.day <= i.removed_on)
                    join agreement h on h.service_point_id = i.service_point_id
                   where m.serial = asked.serial
                   order by h.started_on <= asked.day desc, h.started_on desc limit 1) held
              join agreement a on a.id = held.id
            """.formatted(ReadPlaces.AGREEMENT) + ReadPlaces.WITH_ITS_PLACE;

    private static final String BILLED = """
            select here.id as point, b.serial, b.until
              from service_point here
              cross join lateral (%s) b
             where here.id = any(:points)""".formatted(BilledMeters.SQL.formatted("here.premise_id", "here.id"));

    private static final String METERS = """
            select service_point_id as point, meter_id, serial, dials, installed_on, install_register, removed_on,
                   removal_register
              from meter_installation join meter on meter.id = meter_id
             where service_point_id = any(:points) order by installed_on""";

    /** Nothing is judged by what was read more than three years before the last one: of daily readings that is most. */
    private static final String READINGS = """
            select distinct here.point, r.id, m.serial, r.read_on, r.register_value, r.source, r.quality,
                   case when d.confirmed_at is null then d.doubt end as doubt
              from unnest(:points, cast(:firsts as date[])) as here (point, first)
              cross join lateral (
                  select (least(here.first, max(e.read_on)) - interval '4 years')::date as day
                    from meter_installation j
                    join reading e on e.meter_id = j.meter_id and e.read_on >= j.installed_on
                                  and (j.removed_on is null or e.read_on <= j.removed_on)
                   where j.service_point_id = here.point and e.read_on < here.first) since
              join meter_installation i on i.service_point_id = here.point
              join meter m on m.id = i.meter_id
              join reading r on r.meter_id = i.meter_id and r.read_on >= i.installed_on
                            and (i.removed_on is null or r.read_on <= i.removed_on) and r.read_on >= since.day
              left join reading_doubt d on d.reading_id = r.id""";

    private final JdbcClient database;
    private final ReadPlaces places;

    PushedPlaces(JdbcClient database, ReadPlaces places) {
        this.database = database;
        this.places = places;
    }

    private record Held(MeterDay asked, ReadAgreement agreement, UUID point) {}

    private record At<T>(UUID point, T value) {}

    private interface Mapping<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Until the transaction ends nobody else pushes readings of these meters: a second one finds those of the first. */
    void hold(Collection<String> serials) {
        database.sql("select id from meter where serial = any(:serials) order by id for no key update")
                .param("serials", serials.toArray(String[]::new))
                .query((row, number) -> true)
                .list();
    }

    /** Of a meter that nobody knows, or that was nowhere on that day, none. */
    FoundPlaces of(Collection<MeterDay> asked) {
        var held = held(List.copyOf(asked));
        var first = new LinkedHashMap<UUID, LocalDate>();
        held.forEach(one -> first.merge(one.point(), one.asked().day(), (a, b) -> a.isBefore(b) ? a : b));
        var points = first.keySet().toArray(UUID[]::new);
        var firsts = first.values().stream().map(LocalDate::toString).toArray(String[]::new);
        var billed = by(
                rows(BILLED, points),
                row -> new BilledMeters.Until(row.getString("serial"), row.getObject("until", LocalDate.class)));
        var meters = by(rows(METERS, points), Meters::installation);
        var known = by(rows(READINGS, points).param("firsts", firsts), ReadPlaces::known);
        var found = new FoundPlaces();
        for (var one : held) {
            var until = new BilledMeters(billed.getOrDefault(one.point(), List.of()));
            found.put(
                    one.asked(),
                    one.point(),
                    () -> new ReadPlace(
                            one.agreement(),
                            meters.getOrDefault(one.point(), List.of()),
                            known.getOrDefault(one.point(), List.of()).stream()
                                    .map(reading -> reading.beside(until))
                                    .toList(),
                            until));
        }
        return found;
    }

    private List<Held> held(List<MeterDay> asked) {
        return database.sql(HELD)
                .param("serials", asked.stream().map(MeterDay::serial).toArray(String[]::new))
                .param("days", asked.stream().map(one -> one.day().toString()).toArray(String[]::new))
                .query((row, number) -> {
                    var found = places.found(row);
                    return new Held(
                            new MeterDay(row.getString("asked_serial"), row.getObject("asked_day", LocalDate.class)),
                            found.agreement(),
                            Objects.requireNonNull(found.metered()));
                })
                .list();
    }

    private JdbcClient.StatementSpec rows(String sql, UUID[] points) {
        return database.sql(sql).param("points", points);
    }

    private static <T> Map<UUID, List<T>> by(JdbcClient.StatementSpec rows, Mapping<T> value) {
        return rows.query((row, number) -> new At<>(row.getObject("point", UUID.class), value.of(row))).list().stream()
                .collect(Collectors.groupingBy(At::point, Collectors.mapping(At::value, Collectors.toList())));
    }
}
