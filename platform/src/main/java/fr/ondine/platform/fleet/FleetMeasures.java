package fr.ondine.platform.fleet;

import fr.ondine.migrations.Clusters;
import fr.ondine.platform.tenancy.RecurringJob;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Measures utilities, some at each run and the longest unmeasured first, so that a thousand cost no more than ten. */
@Component
class FleetMeasures implements RecurringJob {

    private static final Logger LOG = LoggerFactory.getLogger(FleetMeasures.class);

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final FleetSettings settings;
    private final Clock clock;

    FleetMeasures(JdbcClient database, TransactionTemplate transaction, FleetSettings settings, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "measure-utilities";
    }

    @Override
    public Duration every() {
        return settings.measureEvery();
    }

    @Override
    public void run() {
        transaction.execute(status -> due()).forEach(this::measure);
    }

    /** Those that were not measured for a while, with their sizes by one look at the catalogue. */
    private List<Due> due() {
        return database.sql("""
                        with due as materialized (
                            select t.slug, t.cluster from platform.tenant t left join platform.tenant_measure m using (slug)
                             where t.state in ('READY', 'SUSPENDED')
                               and (m.measured_at is null or m.measured_at < :before)
                             order by m.measured_at nulls first, t.slug limit :most)
                        select due.slug, due.cluster, coalesce(sum(pg_total_relation_size(c.oid)), 0)::bigint as bytes
                          from due left join pg_namespace n on n.nspname = 't_' || due.slug
                          left join pg_class c on c.relnamespace = n.oid and c.relkind in ('r', 'm')
                         group by due.slug, due.cluster
                        """)
                .param("before", now().minus(settings.measureAge()))
                .param("most", settings.measuresAtOnce())
                .query(Due.class)
                .list();
    }

    private void measure(Due due) {
        try {
            var tenant = new TenantId(due.slug());
            var use = TenantContext.callAs(tenant, () -> transaction.execute(status -> use()));
            var schema = due.isHere() ? due.bytes() : sizeElsewhere(tenant);
            var bytes = schema + use.documents();
            transaction.executeWithoutResult(status -> keep(new Due(due.slug(), due.cluster(), bytes), use));
        } catch (DataAccessException | TransactionException broken) {
            LOG.warn("{} was not measured: {}", due.slug(), broken.getMessage());
            transaction.executeWithoutResult(status -> tried(due));
        }
    }

    private Use use() {
        return database.sql("""
                        select (select count(*) from agreement) as agreements,
                               (select coalesce(sum(size_bytes), 0) from document) as documents,
                               greatest((select max(last_sign_in_at) from user_account),
                                        (select max(occurred_at) from audit_entry)) as last_activity
                        """).query(Use.class).single();
    }

    private long sizeElsewhere(TenantId tenant) {
        return TenantContext.callAs(
                tenant,
                () -> transaction.execute(
                        status -> database.sql("""
                        select coalesce(sum(pg_total_relation_size(oid)), 0) from pg_class
                         where relnamespace = cast(current_schema() as regnamespace) and relkind in ('r', 'm')
                        """).query(Long.class).single()));
    }

    private void keep(Due due, Use use) {
        database.sql("""
                        insert into platform.tenant_measure (slug, agreements, bytes, last_activity, measured_at)
                        values (:slug, :agreements, :bytes, :activity, :now)
                        on conflict (slug) do update set agreements = excluded.agreements, bytes = excluded.bytes,
                            last_activity = excluded.last_activity, measured_at = excluded.measured_at
                        """)
                .param("slug", due.slug())
                .param("agreements", use.agreements())
                .param("bytes", due.bytes())
                .param("activity", use.lastActivity())
                .param("now", now())
                .update();
    }

    /** What was counted before stays; the next try comes in its turn. */
    private void tried(Due due) {
        database.sql("""
                        insert into platform.tenant_measure (slug, agreements, bytes, measured_at)
                        values (:slug, 0, :bytes, :now)
                        on conflict (slug) do update set measured_at = excluded.measured_at
                        """)
                .param("slug", due.slug())
                .param("bytes", due.bytes())
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private record Due(String slug, String cluster, long bytes) {

        /** Whether its schema was in the catalogue that was looked at. */
        boolean isHere() {
            return cluster.equals(Clusters.MAIN);
        }
    }

    private record Use(
            long agreements, long documents, @Nullable OffsetDateTime lastActivity) {}
}
