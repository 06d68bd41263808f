package fr.ondine.platform.runs;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.PrintedNumber;
import fr.ondine.platform.customers.Service;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.metering.PlaceMeters;
import fr.ondine.platform.metering.PlaceReadings;
import fr.ondine.platform.tariffs.Rating;
import fr.ondine.platform.tariffs.ServiceTraits;
import fr.ondine.platform.tariffs.TariffId;
import fr.ondine.platform.tariffs.Tariffs;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.TenantConfig;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads all facts about the agreements of a chunk, by the same few queries however many they are. */
@Component
@Transactional(readOnly = true)
class CaseReader {

    /** A plan that is made for any thousand agreements looks for them one by one, or reads all. */
    private static final String PLANNED_EACH_TIME = "set local plan_cache_mode = force_custom_plan";

    /** What was used in the three years before is found between readings around their days, which may be a year apart. */
    private static final int YEARS_OF_READINGS = 5;

    /** Sewerage has no meter of its own: it follows the water meter of the same premise. */
    private static final String AGREEMENTS = "select a.id, " + PrintedNumber.SQL + """
             as number, a.service, a.started_on, a.ended_on, sp.dwellings, sp.is_dwelling, pr.postcode,
                   case when a.service = 'WATER' then sp.id else coalesce(
                       (select i.service_point_id from meter_installation i where i.service_point_id = sp.id limit 1),
                       (select water.id from service_point water
                         where water.premise_id = sp.premise_id and water.service = 'WATER'
                           and exists (select from meter_installation i where i.service_point_id = water.id)
                         order by water.reference limit 1)) end as metered,
                   c.last_name <> '' and coalesce(c.street, pr.street) <> '' and coalesce(c.postcode, pr.postcode) <> ''
                       and coalesce(c.city, pr.city) <> '' as complete,
                   k.confirmed_at is not null as confirmed, b.seen_until,
                   (select count(*) from invoice i where i.agreement_id = a.id and i.kind = :kind and i.issue is not null
                       and i.period_from >= :from and i.period_from < :until) as issue
              from (select a.id from %s and a.id between :first and :last) chunk
              join agreement a using (id)
              join customer c on c.id = a.customer_id
              join service_point sp on sp.id = a.service_point_id
              join premise pr on pr.id = sp.premise_id
              left join billing_parked k on k.run_id = :run and k.agreement_id = a.id
              left join billing_seen b on b.run_id = :run and b.agreement_id = a.id
             order by a.id""";

    private static final SortedMap<LocalDate, TariffId> NO_CHOICE = Collections.emptySortedMap();
    private static final Map<UUID, List<Period>> NO_LEAKS = Collections.emptyMap();

    private final JdbcClient database;
    private final PlaceReadings readings;
    private final PastReader pasts;
    private final Tariffs tariffs;
    private final Tenants tenants;

    CaseReader(JdbcClient database, PlaceReadings readings, PastReader pasts, Tariffs tariffs, Tenants tenants) {
        this.tenants = tenants;
        this.tariffs = tariffs;
        this.database = database;
        this.readings = readings;
        this.pasts = pasts;
    }

    /** An agreement as it is on file. */
    private record Row(
            UUID id,
            String number,
            Service service,
            LocalDate startedOn,
            @Nullable LocalDate endedOn,
            int dwellings,
            int issue,
            @Nullable UUID metered,
            boolean isComplete,
            boolean isConfirmed,
            Instant seenUntil,
            Optional<String> postcodeOfDwelling) {

        BillingCase billed(
                Optional<Rating> rating, PlaceMeters place, Past past, TenantConfig utility, List<Period> leaked) {
            return new BillingCase(
                    new AgreementId(id),
                    number,
                    rating,
                    new ServiceTraits(place.diameter(), dwellings),
                    startedOn,
                    endedOn,
                    issue,
                    isComplete,
                    isConfirmed,
                    place.meters(),
                    place.readings(),
                    place.confirmed(),
                    past,
                    postcodeOfDwelling.map(postcode -> new Dwelling(
                            utility.comparableUse(postcode).map(one -> Volume.ofCubicMetres(one * dwellings)))),
                    leaked);
        }
    }

    List<BillingCase> cases(Run run, Chunk chunk, Ratings ratings) {
        database.sql(PLANNED_EACH_TIME).update();
        var rows = database.sql(AGREEMENTS.formatted(Agreed.of(run)))
                .params(Agreed.params(run))
                .param("first", chunk.first())
                .param("last", chunk.last())
                .query((row, number) -> row(row, run))
                .list();
        var agreements = rows.stream().map(row -> new AgreementId(row.id())).toList();
        var places = places(run, rows);
        var past = pasts.of(run.terms(), agreements);
        var choices = tariffs.choices(agreements);
        var utility = tenants.current();
        var leaked = run.terms().kind() == RunKind.ESTIMATED ? leaks(points(rows)) : NO_LEAKS;
        return rows.stream()
                .map(row -> {
                    var id = new AgreementId(row.id());
                    var place = places.getOrDefault(row.seenUntil(), Map.of())
                            .getOrDefault(row.metered(), PlaceMeters.empty());
                    return row.billed(
                            ratings.of(row.service(), choices.getOrDefault(id, NO_CHOICE)),
                            place,
                            past.of(id, place.readings()),
                            utility,
                            leaked.getOrDefault(row.metered(), List.of()));
                })
                .toList();
    }

    /** By the moment until which they are seen: the one of the order, and those at which something was repaired since. */
    private Map<Instant, Map<UUID, PlaceMeters>> places(Run run, List<Row> rows) {
        var after = run.terms().period().from().minusYears(YEARS_OF_READINGS);
        var places = new HashMap<Instant, Map<UUID, PlaceMeters>>();
        rows.stream()
                .collect(groupingBy(Row::seenUntil))
                .forEach((moment, seen) -> places.put(moment, readings.at(points(seen), after, moment)));
        return places;
    }

    /** By place, for an estimate is of what is used there again. */
    private Map<UUID, List<Period>> leaks(List<UUID> points) {
        return database
                .sql("select a.service_point_id, f.used_from, f.read_on from leak_file f"
                        + " join agreement a on a.id = f.agreement_id"
                        + " where a.service_point_id = any(:points) and f.state <> 'REFUSED'")
                .param("points", points.toArray(UUID[]::new))
                .query((row, number) -> Map.entry(
                        row.getObject(1, UUID.class),
                        new Period(row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class))))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private static List<UUID> points(List<Row> rows) {
        return rows.stream()
                .map(Row::metered)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static Row row(ResultSet row, Run run) throws SQLException {
        var repaired = row.getObject("seen_until", OffsetDateTime.class);
        var service = Service.valueOf(row.getString("service"));
        var isDwelling = service == Service.WATER && row.getBoolean("is_dwelling");
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("number"),
                service,
                row.getObject("started_on", LocalDate.class),
                row.getObject("ended_on", LocalDate.class),
                row.getInt("dwellings"),
                row.getInt("issue"),
                row.getObject("metered", UUID.class),
                row.getBoolean("complete"),
                row.getBoolean("confirmed"),
                repaired == null ? run.seenUntil() : repaired.toInstant(),
                isDwelling ? Optional.of(row.getString("postcode")) : Optional.empty());
    }
}
