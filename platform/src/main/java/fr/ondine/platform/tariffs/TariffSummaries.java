package fr.ondine.platform.tariffs;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import fr.ondine.platform.customers.Service;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists the tariffs of the bound utility with their versions, in one query. */
@Repository
class TariffSummaries {

    private static final String ALL = """
            select t.id as tariff_id, t.code, t.name, t.service, t.is_default, v.id, v.valid_from, v.resolution, v.state,
                   v.changed_at, v.published_at, coalesce(s.name, v.published_by, v.changed_by) as by_name,
                   v.state = 'PUBLISHED' and v.valid_from = max(v.valid_from)
                       filter (where v.state = 'PUBLISHED' and v.valid_from <= :today) over (partition by t.id) as in_force
              from tariff t
              left join tariff_version v on v.tariff_id = t.id
              left join staff_member s on 'staff:' || s.id = coalesce(v.published_by, v.changed_by)
             order by t.service desc, not t.is_default, t.name, t.code, v.valid_from desc""";

    private final JdbcClient database;

    TariffSummaries(JdbcClient database) {
        this.database = database;
    }

    private record Row(TariffSummary tariff, Optional<VersionSummary> version) {}

    List<TariffSummary> all(LocalDate today) {
        return database
                .sql(ALL)
                .param("today", today)
                .query((row, number) -> new Row(tariff(row), version(row)))
                .list()
                .stream()
                .collect(groupingBy(Row::tariff, LinkedHashMap::new, toList()))
                .entrySet()
                .stream()
                .map(tariff -> with(
                        tariff.getKey(),
                        tariff.getValue().stream()
                                .flatMap(row -> row.version().stream())
                                .toList()))
                .toList();
    }

    private static TariffSummary with(TariffSummary tariff, List<VersionSummary> versions) {
        return new TariffSummary(
                tariff.id(), tariff.code(), tariff.name(), tariff.service(), tariff.isDefault(), versions);
    }

    private static TariffSummary tariff(ResultSet row) throws SQLException {
        return new TariffSummary(
                new TariffId(row.getObject("tariff_id", UUID.class)),
                row.getString("code"),
                row.getString("name"),
                Service.valueOf(row.getString("service")),
                row.getBoolean("is_default"),
                List.of());
    }

    private static Optional<VersionSummary> version(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return id == null
                ? Optional.empty()
                : Optional.of(new VersionSummary(
                        new VersionId(id),
                        row.getObject("valid_from", LocalDate.class),
                        row.getString("resolution"),
                        VersionState.valueOf(row.getString("state")),
                        row.getString("by_name"),
                        row.getTimestamp("changed_at").toInstant(),
                        instant(row.getTimestamp("published_at")),
                        row.getBoolean("in_force")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
