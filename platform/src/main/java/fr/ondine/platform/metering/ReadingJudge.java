package fr.ondine.platform.metering;

import fr.ondine.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Judges the last readings of many meters, whose readings came in a file: those before them have been lived with. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ReadingJudge {

    private static final int AT_ONCE = 500;
    private static final int YEARS_COMPARED = 4;

    private final JdbcClient database;
    private final PlaceReadings places;
    private final DoubtStore doubts;
    private final Tenants tenants;
    private final Clock clock;

    ReadingJudge(JdbcClient database, PlaceReadings places, DoubtStore doubts, Tenants tenants, Clock clock) {
        this.database = database;
        this.places = places;
        this.doubts = doubts;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** By so many meters at a time, in constant memory; each lot costs the same few queries. */
    public void judge(Iterator<UUID> meters) {
        while (meters.hasNext()) {
            var lot = new HashSet<UUID>();
            while (meters.hasNext() && lot.size() < AT_ONCE) {
                lot.add(meters.next());
            }
            judgeLot(lot);
        }
    }

    private void judgeLot(Set<UUID> meters) {
        var today = LocalDate.now(clock);
        var judged = new ArrayList<DoubtStore.Judged>();
        places.at(points(meters), today.minusYears(YEARS_COMPARED), clock.instant())
                .values()
                .forEach(place -> place.meters().stream()
                        .filter(meter -> meter.isInPlace() && meters.contains(meter.meterId()))
                        .flatMap(meter -> last(place, meter, today.minusYears(1)))
                        .forEach(judged::add));
        doubts.note(judged);
    }

    private Stream<DoubtStore.Judged> last(PlaceMeters place, MeterInstallation meter, LocalDate since) {
        return Timeline.best(meter, place.readings()).reversed().stream()
                .filter(reading -> !reading.isEstimated())
                .limit(1)
                .filter(reading -> reading.readOn().isAfter(since))
                .map(reading -> new DoubtStore.Judged(
                        meter.meterId(),
                        reading,
                        Judgement.of(
                                reading,
                                meter,
                                place.meters(),
                                place.readings(),
                                tenants.current().readings())));
    }

    private List<UUID> points(Set<UUID> meters) {
        return database.sql("select distinct service_point_id from meter_installation"
                        + " where meter_id = any(:meters) and removed_on is null")
                .param("meters", meters.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }
}
