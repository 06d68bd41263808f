package fr.ondine.platform.tenancy;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the job table's work (db-scheduler) in processes that have the worker's role. */
@Configuration(proxyBeanMethods = false)
class JobConfiguration {

    private static final int HEARTBEATS_BEFORE_DEATH = 4;

    /** A scheduler for each database: a job is in the one where its cause is; the platform's own are in the main one. */
    @Bean
    SmartLifecycle jobRunner(
            DataSource dataSource,
            ClusterPools others,
            List<TenantJob> jobs,
            PlatformTasks own,
            Tenants tenants,
            Clock clock,
            ObservationRegistry observations,
            JobSettings settings) {
        var utilities = jobs.stream()
                .<Task<?>>map(job -> task(job, tenants, observations))
                .toList();
        var all = Stream.concat(utilities.stream(), own.tasks()).toList();
        return new JobRunner(
                settings.enabled(),
                () -> Stream.concat(
                                Stream.of(scheduler(dataSource, all, own.recurring(), clock, settings)),
                                others.byName().values().stream()
                                        .map(pool -> scheduler(pool, utilities, List.of(), clock, settings)))
                        .toList());
    }

    private static Scheduler scheduler(
            DataSource database,
            List<Task<?>> tasks,
            List<RecurringTask<Void>> recurring,
            Clock clock,
            JobSettings settings) {
        var all = Stream.concat(tasks.stream(), recurring.stream()).toList();
        return Scheduler.create(database, tasks)
                .startTasks(recurring)
                // the same clock that says when work is due, so that moving it moves the work
                .clock(clock::instant)
                .tableName("platform.scheduled_tasks")
                .commitWhenAutocommitDisabled(true)
                .pollingInterval(settings.poll())
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(HEARTBEATS_BEFORE_DEATH)
                .pollUsingLockAndFetch(0.5, 3.0)
                .jdbcCustomization(new FairQueue(all))
                .threads(settings.threads())
                .shutdownMaxWait(settings.patience())
                .build();
    }

    private static Task<?> task(TenantJob job, Tenants tenants, ObservationRegistry observations) {
        return Tasks.custom(TaskDescriptor.of(job.name(), Void.class))
                .onFailure((complete, operations) -> operations.reschedule(
                        complete,
                        complete.getTimeDone().plus(job.retryAfter(complete.getExecution().consecutiveFailures + 1))))
                .execute((instance, context) -> {
                    var work = JobInstance.parse(instance.getId());
                    if (!tenants.canWork(work.tenant())) {
                        throw new TenantAtRest(work.tenant()); // kept, and tried again later
                    }
                    TenantContext.runAs(
                            work.tenant(),
                            () -> Observation.createNotStarted("ondine.job", observations)
                                    .contextualName("job " + job.name())
                                    .lowCardinalityKeyValue("task", job.name())
                                    .highCardinalityKeyValue(
                                            MeasuredUtility.TAG, work.tenant().slug())
                                    .observe(() -> job.run(work.id())));
                    return new CompletionHandler.OnCompleteRemove<>();
                });
    }
}
