package fr.ondine.platform.tenancy;

import fr.ondine.migrations.OndineDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BinaryOperator;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What waits in the job tables: one question to each database, now and then, however many utilities live there and however
 * often somebody reads the answer. Mails that do not leave and payments of which the provider says nothing are jobs that
 * failed and are tried again.
 */
@Component
class JobGauges {

    private static final Logger LOG = LoggerFactory.getLogger(JobGauges.class);

    /** Of those whose jobs are done: what waits for a utility that is put away waits rightly. See {@link FairQueue}. */
    private static final String WAITING = """
            select job.tenant, job.task_name,
                   count(*) filter (where not job.picked and job.execution_time <= :now) as due,
                   coalesce(extract(epoch from :now - min(job.execution_time)
                       filter (where not job.picked and job.execution_time <= :now)), 0)::bigint as late,
                   count(*) filter (where job.consecutive_failures > 0) as failing
              from platform.scheduled_tasks job
             where (job.execution_time <= :now or job.consecutive_failures > 0)
               and (job.tenant = '' or job.tenant in (
                    select slug from platform.tenant
                     where state in ('READY', 'SUSPENDED') and schema_changes >= :needed
                       and cluster = 'main' and moving_to is null and not quiet))
             group by job.tenant, job.task_name
            """;

    private final List<DataSource> databases;
    private final Clock clock;
    private final boolean isWorker;
    private final MultiGauge due;
    private final MultiGauge late;
    private final MultiGauge failing;
    private final AtomicBoolean atWork = new AtomicBoolean();

    JobGauges(DataSource main, ClusterPools others, Clock clock, JobSettings settings, MeterRegistry registry) {
        this.databases = Stream.concat(Stream.of(main), others.byName().values().stream())
                .toList();
        this.clock = clock;
        this.isWorker = settings.enabled();
        this.due = gauge("ondine.jobs.due", "jobs that could begin", registry);
        this.late = MultiGauge.builder("ondine.jobs.late")
                .description("for how long the oldest of them could have begun")
                .baseUnit("seconds")
                .register(registry);
        this.failing = gauge("ondine.jobs.failing", "jobs whose last try failed", registry);
    }

    private static MultiGauge gauge(String name, String description, MeterRegistry registry) {
        return MultiGauge.builder(name).description(description).register(registry);
    }

    /** In a thread of its own: a database that is away must not keep this node from looking at the registry. */
    @Scheduled(fixedDelayString = "${ondine.measures.jobs-every:30s}")
    void measureBeside() {
        if (isWorker && atWork.compareAndSet(false, true)) {
            Thread.ofVirtual().name("job-gauges").start(() -> {
                try {
                    measure();
                } finally {
                    atWork.set(false);
                }
            });
        }
    }

    void measure() {
        var found = new ArrayList<Waiting>();
        for (var database : databases) {
            try {
                found.addAll(waiting(database));
            } catch (DataAccessException | TransactionException away) {
                LOG.debug("what waits is not known: {}", away.getMessage());
            }
        }
        due.register(byUtility(found, Waiting::due, Long::sum), true);
        late.register(byUtility(found, Waiting::late, Math::max), true);
        failing.register(
                found.stream()
                        .filter(each -> each.failing() > 0)
                        .<MultiGauge.Row<?>>map(each -> MultiGauge.Row.of(
                                Tags.of(MeasuredUtility.TAG, each.utility(), "task", each.taskName()), each.failing()))
                        .toList(),
                true);
    }

    private static List<MultiGauge.Row<?>> byUtility(
            List<Waiting> found, ToLongFunction<Waiting> value, BinaryOperator<Long> together) {
        var values = new HashMap<String, Long>();
        found.stream()
                .filter(each -> each.due() > 0)
                .forEach(each -> values.merge(each.utility(), value.applyAsLong(each), together));
        return values.entrySet().stream()
                .<MultiGauge.Row<?>>map(
                        each -> MultiGauge.Row.of(Tags.of(MeasuredUtility.TAG, each.getKey()), each.getValue()))
                .toList();
    }

    private List<Waiting> waiting(DataSource database) {
        var reading = new TransactionTemplate(new JdbcTransactionManager(database));
        reading.setReadOnly(true);
        return reading.execute(status -> JdbcClient.create(database)
                .sql(WAITING)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("needed", OndineDatabase.neededChanges())
                .query(Waiting.class)
                .list());
    }

    private record Waiting(String tenant, String taskName, long due, long late, long failing) {

        String utility() {
            return tenant.isEmpty() ? MeasuredUtility.PLATFORM : tenant;
        }
    }
}
