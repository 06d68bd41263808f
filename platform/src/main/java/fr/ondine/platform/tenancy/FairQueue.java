package fr.ondine.platform.tenancy;

import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepositoryContext;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Execution;
import fr.ondine.migrations.OndineDatabase;
import java.time.Instant;
import java.util.List;

/**
 * Fetches due jobs in turn over the utilities: whoever has least work running comes first, nobody has more at once than
 * the limit of that utility, on all nodes together, and ten thousand waiting jobs of one cost another nothing.
 */
final class FairQueue extends PostgreSqlJdbcCustomization {

    /** The inner scan steps from utility to utility along the index; it reads no job but the few that may be taken. */
    private static final String FETCH = """
            with recursive waiting (tenant) as (
                (select tenant from platform.scheduled_tasks where not picked order by tenant limit 1)
                union all
                select (select job.tenant from platform.scheduled_tasks job
                         where not job.picked and job.tenant > waiting.tenant order by job.tenant limit 1)
                  from waiting where waiting.tenant is not null
            ), fair as (
                select job.task_name, job.task_instance, running.jobs + row_number()
                           over (partition by utility.slug order by job.execution_time) as turn, job.execution_time
                  from waiting
                  join platform.tenant utility on utility.slug = waiting.tenant
                   and utility.state in ('READY', 'SUSPENDED') and utility.schema_changes >= ?
                 cross join lateral (select count(*) as jobs from platform.scheduled_tasks taken
                                      where taken.picked and taken.tenant = utility.slug) running
                 cross join lateral (
                       select task_name, task_instance, execution_time from platform.scheduled_tasks due
                        where not due.picked and due.tenant = utility.slug and due.execution_time <= ?
                          and due.task_name = any (?)
                        order by due.execution_time
                        limit greatest(0, utility.concurrent_jobs - running.jobs)) job
                 order by turn, job.execution_time limit ?
            ), free as (
                select locked.task_name, locked.task_instance from platform.scheduled_tasks locked
                 where (locked.task_name, locked.task_instance) in (select task_name, task_instance from fair)
                   and not locked.picked
                   for update skip locked
            )
            update platform.scheduled_tasks job
               set picked = true, picked_by = ?, last_heartbeat = ?, version = job.version + 1
              from free where job.task_name = free.task_name and job.task_instance = free.task_instance
            returning job.*
            """;

    private final String[] names;

    FairQueue(List<TenantJob> jobs) {
        super(false, false);
        names = jobs.stream().map(TenantJob::name).toArray(String[]::new);
    }

    @Override
    public List<Execution> lockAndFetchSingleStatement(
            JdbcTaskRepositoryContext context, Instant now, int limit, boolean orderByPriority) {
        return context.jdbcRunner.query(
                FETCH,
                statement -> {
                    statement.setInt(1, OndineDatabase.neededChanges());
                    setInstant(statement, 2, now);
                    statement.setArray(3, statement.getConnection().createArrayOf("text", names));
                    statement.setInt(4, limit);
                    statement.setString(5, context.schedulerName.getName());
                    setInstant(statement, 6, now);
                },
                context.resultSetMapper.get());
    }
}
