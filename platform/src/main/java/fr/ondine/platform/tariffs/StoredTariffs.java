package fr.ondine.platform.tariffs;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import fr.ondine.platform.customers.Service;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads versions of tariffs with all their prices, in one query however many there are. */
@Repository
class StoredTariffs {

    private static final String PRICES = """
            select v.tariff_id, v.id as version_id, v.valid_from, v.resolution, v.state, v.revision, t.service, t.is_default,
                   c.code, c.kind, c.label, c.section, c.beneficiary, c.rate_basis, c.vat_rate, c.vat_mention,
                   c.is_per_dwelling, c.is_on_request, c.basin, c.is_of_sewerage,
                   p.diameter_mm, p.season_from, p.from_litres, p.price, l.year, l.rate, l.coefficient
              from tariff t
              join tariff_version v on v.tariff_id = t.id
              left join tariff_charge c on c.version_id = v.id
              left join tariff_price p on p.version_id = c.version_id and p.charge_code = c.code
              left join levy_rate l on c.kind = 'LEVY' and l.basin = c.basin and l.charge_code = c.code
             where %s
             order by t.code, v.valid_from, c.position, c.code, p.diameter_mm nulls first, p.season_from, p.from_litres,
                   l.year""";

    private final JdbcClient database;

    StoredTariffs(JdbcClient database) {
        this.database = database;
    }

    TariffBook book(RatingRules rules) {
        return book(
                rules,
                database.sql(PRICES.formatted("v.state = 'PUBLISHED'"))
                        .query(PriceRow::of)
                        .list());
    }

    /** The default tariff of a service and some others, as far as they were published by then. */
    TariffBook book(RatingRules rules, Service service, Collection<TariffId> others, Instant when) {
        return book(
                rules,
                database.sql(PRICES.formatted("v.published_at <= :when"
                                + " and (t.id = any(:others) or t.is_default and t.service = :service)"))
                        .param("when", when.atOffset(ZoneOffset.UTC))
                        .param("others", others.stream().map(TariffId::value).toArray(UUID[]::new))
                        .param("service", service.name())
                        .query(PriceRow::of)
                        .list());
    }

    private static TariffBook book(RatingRules rules, List<PriceRow> rows) {
        var defaults = new LinkedHashMap<Service, TariffId>();
        rows.stream()
                .filter(PriceRow::isOfDefault)
                .forEach(row -> defaults.put(row.service(), row.version().tariff()));
        var tariffs = versions(rows).stream()
                .collect(groupingBy(
                        StoredVersion::tariff,
                        mapping(StoredVersion::content, collectingAndThen(toList(), Tariff::new))));
        return new TariffBook(tariffs, defaults, rules);
    }

    Optional<StoredVersion> find(VersionId version) {
        return read("v.id = ?", version.value()).stream().findFirst();
    }

    List<StoredVersion> of(TariffId tariff) {
        return read("t.id = ?", tariff.value());
    }

    /** A tariff as bills are made by it. */
    Tariff published(TariffId tariff) {
        return new Tariff(of(tariff).stream()
                .filter(version -> !version.isDraft())
                .map(StoredVersion::content)
                .toList());
    }

    private List<StoredVersion> read(String condition, UUID id) {
        return versions(database.sql(PRICES.formatted(condition))
                .param(id)
                .query(PriceRow::of)
                .list());
    }

    private static List<StoredVersion> versions(List<PriceRow> rows) {
        return rows.stream()
                .collect(groupingBy(row -> row.version().id(), LinkedHashMap::new, toList()))
                .values()
                .stream()
                .map(StoredTariffs::version)
                .toList();
    }

    private static StoredVersion version(List<PriceRow> rows) {
        var charges = rows.stream()
                .flatMap(row -> row.charge().stream())
                .collect(groupingBy(ChargeRow::code, LinkedHashMap::new, toList()));
        return rows.getFirst()
                .version()
                .with(charges.values().stream().map(ChargeRow::charge).toList());
    }
}
