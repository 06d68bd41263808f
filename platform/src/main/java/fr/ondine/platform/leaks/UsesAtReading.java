package fr.ondine.platform.leaks;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.metering.ComparedUse;
import fr.ondine.platform.metering.PlaceMeters;
import fr.ondine.platform.metering.PlaceReadings;
import fr.ondine.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares what a new reading says was used at a dwelling with what is usual there. */
@Component
class UsesAtReading {

    private static final int YEARS_OF_READINGS = 5;

    private static final String DWELLING = """
            select a.id, sp.id as point, pr.postcode, a.started_on
              from meter_installation m
              join service_point sp on sp.id = m.service_point_id and sp.service = 'WATER' and sp.is_dwelling
              join premise pr on pr.id = sp.premise_id
              join agreement a on a.service_point_id = sp.id and a.started_on <= :day
               and (a.ended_on is null or a.ended_on >= :day - 1)
             where m.meter_id = :meter and m.installed_on <= :day and (m.removed_on is null or m.removed_on >= :day)
             order by a.started_on limit 1""";

    private static final String BILLED = """
            select a.id, sp.id as point, pr.postcode, a.started_on, i.id as invoice, i.issued_on,
                   min(m.read_from) as read_from, max(m.read_until) as read_until, sum(m.litres) as litres
              from invoice i
              join invoice_meter m on m.invoice_id = i.id and not m.is_estimated
              join agreement a on a.id = i.agreement_id
              join service_point sp on sp.id = a.service_point_id and sp.service = 'WATER' and sp.is_dwelling
              join premise pr on pr.id = sp.premise_id
             where i.number = :number and i.kind in ('ACTUAL', 'CLOSING')
             group by a.id, sp.id, pr.postcode, i.id""";

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

    private record Found(AgreementId agreement, UUID point, String postcode, LocalDate startedOn) {}

    /** One where it is abnormal, of the holder whose use it was. */
    List<SeenUse> at(UUID meter, LocalDate day) {
        return database
                .sql(DWELLING)
                .param("meter", meter)
                .param("day", day)
                .query((row, number) -> new Found(
                        new AgreementId(row.getObject("id", UUID.class)),
                        row.getObject("point", UUID.class),
                        row.getString("postcode"),
                        row.getObject("started_on", LocalDate.class)))
                .list()
                .stream()
                .flatMap(found -> use(found, day))
                .toList();
    }

    /** What an invoice by a reading bills, abnormal or not; empty where it is none of water for a dwelling. */
    Optional<SeenUse> of(String invoice) {
        return database.sql(BILLED)
                .param("number", invoice)
                .query((row, number) -> {
                    var found = new Found(
                            new AgreementId(row.getObject("id", UUID.class)),
                            row.getObject("point", UUID.class),
                            row.getString("postcode"),
                            row.getObject("started_on", LocalDate.class));
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

    private ComparedUse billed(Found found, Period period, Volume volume) {
        var place = place(found, period.until());
        return ComparedUse.of(place.meters(), place.readings(), period, volume, ofZone(found));
    }

    private PlaceMeters place(Found found, LocalDate day) {
        return readings.at(List.of(found.point()), day.minusYears(YEARS_OF_READINGS), clock.instant())
                .getOrDefault(found.point(), PlaceMeters.empty());
    }

    private Optional<Volume> ofZone(Found found) {
        return tenants.current().comparableUse(found.postcode()).map(Volume::ofCubicMetres);
    }

    private Stream<SeenUse> use(Found found, LocalDate day) {
        var place = place(found, day);
        return ComparedUse.until(day, place.meters(), place.readings(), ofZone(found)).stream()
                .filter(ComparedUse::isAbnormal)
                .filter(use -> !use.period().until().isBefore(found.startedOn().plusDays(1)))
                .map(use -> new SeenUse(found.agreement(), use, null, null));
    }
}
