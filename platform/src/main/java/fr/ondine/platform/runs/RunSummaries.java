package fr.ondine.platform.runs;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.tenancy.Tenants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists runs with what was done of them, in one query. */
@Repository
class RunSummaries {

    private static final String SELECT = """
            select r.id, r.kind, r.period_from, r.period_until, r.read_until, r.issued_on, r.due_on, r.perimeter,
                   array(select unnest(r.perimeter_of) limit 3) as some, cardinality(r.perimeter_of) as several, r.state, r.is_paused,
                   r.created_at, coalesce(r.validated_at, r.created_at) as begun_at,
                   coalesce(s.name, r.created_by) as by_name, chunk.*,
                   (select count(*) from billing_parked p where p.run_id = r.id and p.repaired_at is null) as parked
              from billing_run r
              left join staff_member s on 'staff:' || s.id = r.created_by
              cross join lateral (
                  select count(*) as chunks, count(done_at) as done,
                         coalesce(sum(drafts), 0) as drafts, coalesce(sum(issued), 0) as issued,
                         coalesce(sum(net_amount), 0) as net, coalesce(sum(vat_amount), 0) as vat,
                         count(*) filter (where done_at > :since) as fresh,
                         coalesce(sum(agreements) filter (where done_at > :since), 0) as fresh_agreements
                    from (select c.drafts, c.issued, c.net_amount, c.vat_amount,
                                 case when r.state = 'SIMULATING' then c.simulated_at else c.issued_at end as done_at,
                                 case when r.state = 'SIMULATING' then c.drafts + c.parked else c.issued end as agreements
                            from billing_chunk c where c.run_id = r.id) c) chunk
            """;

    private final JdbcClient database;
    private final Clock clock;
    private final Tenants tenants;

    RunSummaries(JdbcClient database, Clock clock, Tenants tenants) {
        this.database = database;
        this.clock = clock;
        this.tenants = tenants;
    }

    /** The newest first. */
    List<RunSummary> list(int offset, int limit) {
        var now = clock.instant();
        return database.sql(SELECT + "order by r.created_at desc, r.id desc offset :offset limit :limit")
                .param("since", since(now))
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> summary(row, now))
                .list();
    }

    Optional<RunSummary> find(RunId run) {
        var now = clock.instant();
        return database.sql(SELECT + "where r.id = :id")
                .param("since", since(now))
                .param("id", run.value())
                .query((row, number) -> summary(row, now))
                .optional();
    }

    private static OffsetDateTime since(Instant now) {
        return now.minus(RunPace.WINDOW).atOffset(ZoneOffset.UTC);
    }

    /** Numbers of agreements as people read them. */
    private RunPerimeter perimeter(ResultSet row) throws SQLException {
        var kind = Perimeter.Kind.valueOf(row.getString("perimeter"));
        var some = List.of((String[]) row.getArray("some").getArray());
        var numbers = tenants.current().contractNumbers();
        return new RunPerimeter(
                kind,
                kind == Perimeter.Kind.LIST
                        ? some.stream().map(numbers::display).toList()
                        : some,
                row.getInt("several"));
    }

    private RunSummary summary(ResultSet row, Instant now) throws SQLException {
        var progress = progress(row);
        return new RunSummary(
                new RunId(row.getObject("id", UUID.class)),
                new RunTerms(
                        RunKind.valueOf(row.getString("kind")),
                        new Period(day(row, "period_from"), day(row, "period_until")),
                        day(row, "read_until"),
                        day(row, "issued_on"),
                        day(row, "due_on")),
                perimeter(row),
                progress,
                pace(row, progress, now),
                instant(row, "created_at"),
                row.getString("by_name"));
    }

    private static RunProgress progress(ResultSet row) throws SQLException {
        return new RunProgress(
                RunState.valueOf(row.getString("state")),
                row.getBoolean("is_paused"),
                row.getInt("chunks"),
                row.getInt("done"),
                row.getInt("drafts"),
                row.getInt("parked"),
                row.getInt("issued"),
                Money.euros(row.getBigDecimal("net")),
                Money.euros(row.getBigDecimal("vat")));
    }

    private static @Nullable RunPace pace(ResultSet row, RunProgress progress, Instant now) throws SQLException {
        var fresh = row.getLong("fresh");
        if (fresh == 0 || progress.isPaused() || !progress.isGoingOn()) {
            return null;
        }
        var since = Duration.between(instant(row, "begun_at"), now);
        return RunPace.of(
                row.getLong("fresh_agreements"),
                fresh,
                progress.chunks() - progress.done(),
                since.compareTo(RunPace.WINDOW) < 0 ? since : RunPace.WINDOW);
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
