package fr.ondine.platform.tenancy;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The platform's own work as the job table knows it. */
@Component
class PlatformTasks {

    private final List<PlatformJob> jobs;
    private final List<RecurringJob> recurring;

    PlatformTasks(List<PlatformJob> jobs, List<RecurringJob> recurring) {
        this.jobs = jobs;
        this.recurring = recurring;
    }

    Stream<Task<?>> tasks() {
        return jobs.stream().map(PlatformTasks::task);
    }

    List<RecurringTask<Void>> recurring() {
        return recurring.stream().map(PlatformTasks::recurring).toList();
    }

    private static Task<Void> task(PlatformJob job) {
        return Tasks.custom(TaskDescriptor.of(job.name(), Void.class))
                .onFailure((complete, operations) -> operations.reschedule(
                        complete,
                        complete.getTimeDone().plus(job.retryAfter(complete.getExecution().consecutiveFailures + 1))))
                .execute((instance, context) -> {
                    job.run(JobInstance.thing(instance.getId()));
                    return new CompletionHandler.OnCompleteRemove<>();
                });
    }

    private static RecurringTask<Void> recurring(RecurringJob job) {
        return Tasks.recurring(TaskDescriptor.of(job.name(), Void.class), FixedDelay.of(job.every()))
                .execute((instance, context) -> job.run());
    }
}
