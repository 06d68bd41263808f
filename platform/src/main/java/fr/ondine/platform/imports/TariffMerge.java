package fr.ondine.platform.imports;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import fr.ondine.platform.kernel.Coefficient;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.tariffs.LevyRate;
import fr.ondine.platform.tariffs.LevyYear;
import fr.ondine.platform.tariffs.TariffArrivals;
import fr.ondine.platform.tariffs.TariffDraft;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes the staged tariffs in by the same rules that staff's own are entered by. */
@Component
class TariffMerge {

    private static final String UNKNOWN = """
            select line, tariff from stage_agreement s
             where tariff is not null and not exists (select from tariff t where t.code = s.tariff and t.service = s.service)
             order by line""";

    /** The first from the beginning of the agreement on, any other from the day of the data on. */
    private static final String ASSIGN = """
            insert into agreement_tariff (agreement_id, valid_from, tariff_id)
            select a.id, case when last.tariff_id is null then a.started_on else :known_on end, t.id
              from stage_agreement s join agreement a on a.number = s.number join tariff t on t.code = s.tariff
              left join lateral (select tariff_id from agreement_tariff where agreement_id = a.id
                                 order by valid_from desc limit 1) last on true
             where last.tariff_id is distinct from t.id
            on conflict (agreement_id, valid_from) do update set tariff_id = excluded.tariff_id""";

    private final JdbcClient database;
    private final TariffArrivals arrivals;

    TariffMerge(JdbcClient database, TariffArrivals arrivals) {
        this.database = database;
        this.arrivals = arrivals;
    }

    private interface Arrival {
        boolean take();
    }

    void take(LocalDate knownOn, Counts counts, Refusals refusals) {
        database.sql("select * from stage_levy order by line")
                .query((row, number) -> new StagedLevy(row.getLong("line"), levy(row)))
                .list()
                .forEach(levy -> count(
                        TariffFormat.LEVIES,
                        levy.line(),
                        1,
                        () -> arrivals.take(levy.rate().read()),
                        counts,
                        refusals));
        database.sql("select * from stage_tariff order by line").query(StagedPrice::of).list().stream()
                .collect(groupingBy(StagedPrice::version, LinkedHashMap::new, toList()))
                .values()
                .forEach(version -> take(version, counts, refusals));
        database.sql(UNKNOWN).query(row -> {
            var why = new Refused("unknown-tariff");
            refusals.add("contrats.csv", row.getLong("line"), "tarif", row.getString("tariff"), why);
        });
        database.sql(ASSIGN).param("known_on", knownOn).update();
    }

    private void take(List<StagedPrice> version, Counts counts, Refusals refusals) {
        var charges = version.stream()
                .collect(groupingBy(StagedPrice::code, LinkedHashMap::new, toList()))
                .values();
        var first = version.getFirst();
        var before = refusals.count();
        var read = charges.stream()
                .flatMap(rows -> StagedPrice.charge(rows, refusals).stream())
                .toList();
        if (refusals.count() == before) {
            count(
                    TariffFormat.TARIFFS,
                    first.line(),
                    version.size(),
                    () -> arrivals.take(first.tariff(), new TariffDraft(first.validFrom(), first.resolution(), read)),
                    counts,
                    refusals);
        }
    }

    private static void count(String file, long line, int rows, Arrival arrival, Counts counts, Refusals refusals) {
        try {
            counts.merged(file, arrival.take() ? rows : 0, 0);
        } catch (DomainException refused) {
            refusals.add(file, line, "", "", refused);
        }
    }

    private record StagedLevy(long line, Read rate) {}

    private interface Read {
        LevyYear read();
    }

    private static Read levy(ResultSet row) throws SQLException {
        var basin = row.getString("basin");
        var charge = row.getString("charge");
        var year = row.getInt("year");
        var rate = new UnitPrice(row.getBigDecimal("rate"), Money.zero().currency());
        var factor = row.getBigDecimal("coefficient");
        var coefficient = new Coefficient(factor == null ? BigDecimal.ONE : factor);
        return () -> new LevyYear(basin, charge, year, new LevyRate(rate, coefficient));
    }
}
