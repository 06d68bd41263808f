package fr.ondine.platform.leaks;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.metering.ComparedUse;
import fr.ondine.platform.metering.PlaceMeters;
import fr.ondine.platform.metering.PlaceReadings;
import fr.ondine.platform.metering.ReadingsTaken;
import fr.ondine.platform.tenancy.Tenants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares what a new reading says was used at a dwelling with what is usual there. */
@Component
class UsesAtReading {

    /** A use of a year or so, the three years before it, and the reading before those, where a meter is read once a year. */
    private static final int YEARS_OF_READINGS = 6;

    private static final String DWELLINGS = """
            select asked.day, a.id, a.point, a.postcode, a.dwellings, a.started_on
              from unnest(:meters, cast(:days as date[])) with ordinality as asked (meter, day, place)
              cross join lateral (
                  select a.id, sp.id as point, pr.postcode, sp.dwellings, a.started_on
                    from meter_installation m
                    join service_point sp on sp.id = m.service_point_id and sp.service = 'WATER' and sp.is_dwelling
                    join premise pr on pr.id = sp.premise_id
                    join agreement a on a.service_point_id = sp.id and a.started_on <= asked.day
                     and (a.ended_on is null or a.ended_on >= asked.day - 1)
                   where m.meter_id = asked.meter and m.installed_on <= asked.day
                     and (m.removed_on is null or m.removed_on >= asked.day)
                   order by a.started_on limit 1) a
             order by asked.place""";

    /** One that came by import says no readings: it is of its own days, or of the file that is open for a reading in them. */
    private static final String BILLED =
            """
            select a.id, sp.id as point, pr.postcode, sp.dwellings, a.started_on, i.id as invoice, i.issued_on,
                   coalesce(read.read_from, i.period_from) as read_from,
                   coalesce(read.read_until, known.read_on, i.period_to + 1) as read_until,
                   coalesce(read.litres, round(i.volume_m3 * 1000))::bigint as litres
              from invoice i
              join agreement a on a.id = i.agreement_id
              join service_point sp on sp.id = a.service_point_id and sp.service = 'WATER' and sp.is_dwelling
              join premise pr on pr.id = sp.premise_id
             cross join lateral (
                   select min(m.read_from) as read_from, max(m.read_until) as read_until, sum(m.litres) as litres
                     from invoice_meter m where m.invoice_id = i.id and not m.is_estimated) read
              left join lateral (
                   select f.read_on from leak_file f
                    where f.agreement_id = a.id and f.read_on > i.period_from and f.read_on <= i.period_to + 1
                      and (f.invoice_id is null or f.invoice_id = i.id
                        or exists (select from invoice gone where gone.id = f.invoice_id and not (%2$s)))
                    order by f.read_on desc limit 1) known on true
             where i.number = :number and i.kind in ('ACTUAL', 'CLOSING') and %1$s
               and (read.litres is not null
                    or i.volume_m3 > 0 and not exists (select from invoice_meter m where m.invoice_id = i.id))
               and coalesce(read.read_until, i.period_to) is not null""".formatted(RelievableInvoices.stands("i"), RelievableInvoices.stands("gone"));

    private final JdbcClient database;
    private final PlaceReadings readings;
    private final Tenants tenants;
    private final Clock clock;

    UsesAtReading(JdbcClient database, PlaceReadings readings, Tenants tenants, Clock clock) {
        this.database = database;
        this.readings = readings;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** @param dwellings behind the meter */
    private record Found(AgreementId agreement, UUID point, String postcode, int dwellings, LocalDate startedOn) {}

    private record Read(Found found, LocalDate day) {}

    /**
     * Those that are abnormal, of the holder whose use each was, beside all that were taken with it; by three queries however
     * many those are.
     */
    List<SeenUse> at(List<ReadingsTaken.Taken> taken) {
        var dwellings = database.sql(DWELLINGS)
                .param("meters", taken.stream().map(ReadingsTaken.Taken::meter).toArray(UUID[]::new))
                .param(
                        "days",
                        taken.stream().map(one -> one.readOn().toString()).toArray(String[]::new))
                .query((row, number) -> new Read(found(row), row.getObject("day", LocalDate.class)))
                .list();
        if (dwellings.isEmpty()) {
            return List.of();
        }
        var first =
                dwellings.stream().map(Read::day).min(Comparator.naturalOrder()).orElseThrow();
        var points = dwellings.stream().map(one -> one.found().point()).collect(Collectors.toSet());
        var places = readings.at(points, first.minusYears(YEARS_OF_READINGS), clock.instant());
        return dwellings.stream()
                .flatMap(one -> use(
                        one.found(), one.day(), places.getOrDefault(one.found().point(), PlaceMeters.empty())))
                .toList();
    }

    /** What an invoice by a reading bills, abnormal or not; empty where it is none of water for a dwelling. */
    Optional<SeenUse> of(String invoice) {
        return database.sql(BILLED)
                .param("number", invoice)
                .query((row, number) -> {
                    var found = found(row);
                    var period = new Period(
                            row.getObject("read_from", LocalDate.class), row.getObject("read_until", LocalDate.class));
                    return new SeenUse(
                            found.agreement(),
                            billed(found, period, new Volume(row.getLong("litres"))),
                            row.getObject("invoice", UUID.class),
                            row.getObject("issued_on", LocalDate.class));
                })
                .optional();
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                new AgreementId(row.getObject("id", UUID.class)),
                row.getObject("point", UUID.class),
                row.getString("postcode"),
                row.getInt("dwellings"),
                row.getObject("started_on", LocalDate.class));
    }

    private ComparedUse billed(Found found, Period period, Volume volume) {
        var place = place(found, period.until());
        return ComparedUse.of(place.meters(), place.readings(), period, volume, ofZone(found));
    }

    private PlaceMeters place(Found found, LocalDate day) {
        return readings.at(List.of(found.point()), day.minusYears(YEARS_OF_READINGS), clock.instant())
                .getOrDefault(found.point(), PlaceMeters.empty());
    }

    private Optional<Volume> ofZone(Found found) {
        return tenants.current()
                .comparableUse(found.postcode())
                .map(one -> Volume.ofCubicMetres(one * found.dwellings()));
    }

    private Stream<SeenUse> use(Found found, LocalDate day, PlaceMeters place) {
        var since = day.minusYears(YEARS_OF_READINGS);
        var known = place.readings().stream()
                .filter(reading -> reading.readOn().isAfter(since))
                .toList();
        return ComparedUse.until(day, place.meters(), known, ofZone(found)).stream()
                .filter(ComparedUse::isAbnormal)
                .filter(use -> !use.period().until().isBefore(found.startedOn().plusDays(1)))
                .map(use -> new SeenUse(found.agreement(), use, null, null));
    }
}
