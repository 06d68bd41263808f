package fr.ondine.platform.tenancy;

import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepositoryContext;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.Task;
import fr.ondine.migrations.OndineDatabase;
import java.time.Instant;
import java.util.List;

/**
 * Fetches due jobs in turn over the utilities, the platform itself being one more: whoever has least work running comes
 * first, nobody has more at once than its limit, on all nodes together, and ten thousand waiting jobs of one cost
 * another nothing.
 */
final class FairQueue extends PostgreSqlJdbcCustomization {

    /**
     * A database's own utilities are those whose cluster it calls main. None of one that moves is fetched: the statement
     * that says so and this one cannot miss each other, whatever a node remembers.
     *
     * <p>The inner scan steps from utility to utility along the index; it reads no job but the few that may be taken.
     */
    private static final String FETCH = """
            with recursive waiting (tenant) as (
                (select tenant from platform.scheduled_tasks where not picked order by tenant limit 1)
                union all
                select (select job.tenant from platform.scheduled_tasks job
                         where not job.picked and job.tenant > waiting.tenant order by job.tenant limit 1)
                  from waiting where waiting.tenant is not null
            ), worker (slug, concurrent_jobs) as (
                select slug, concurrent_jobs from platform.tenant
                 where state in ('READY', 'SUSPENDED') and schema_changes >= ?
                   and cluster = 'main' and moving_to is null and not quiet
                union all
                select '', ?
            ), fair as (
                select job.task_name, job.task_instance, running.jobs + row_number()
                           over (partition by worker.slug order by job.execution_time) as turn, job.execution_time
                  from waiting
                  join worker on worker.slug = waiting.tenant
                 cross join lateral (select count(*) as jobs from platform.scheduled_tasks taken
                                      where taken.picked and taken.tenant = worker.slug) running
                 cross join lateral (
                       select task_name, task_instance, execution_time from platform.scheduled_tasks due
                        where not due.picked and due.tenant = worker.slug and due.execution_time <= ?
                          and due.task_name = any (?)
                        order by due.execution_time
                        limit greatest(0, worker.concurrent_jobs - running.jobs)) job
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

    /** How much of the platform's own work is done at the same time. */
    private static final int OWN_JOBS = 4;

    private final String[] names;

    FairQueue(List<? extends Task<?>> tasks) {
        super(false, false);
        names = tasks.stream().map(Task::getName).toArray(String[]::new);
    }

    @Override
    public List<Execution> lockAndFetchSingleStatement(
            JdbcTaskRepositoryContext context, Instant now, int limit, boolean orderByPriority) {
        return context.jdbcRunner.query(
                FETCH,
                statement -> {
                    statement.setInt(1, OndineDatabase.neededChanges());
                    statement.setInt(2, OWN_JOBS);
                    setInstant(statement, 3, now);
                    statement.setArray(4, statement.getConnection().createArrayOf("text", names));
                    statement.setInt(5, limit);
                    statement.setString(6, context.schedulerName.getName());
                    setInstant(statement, 7, now);
                },
                context.resultSetMapper.get());
    }
}
