package fr.ondine.platform.tenancy;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Starts schedulers once everything else is up and stops them before anything else goes; none is used again. */
final class JobRunner implements SmartLifecycle {

    private final boolean isWorker;
    private final Supplier<List<Scheduler>> schedulers;
    private @Nullable List<Scheduler> running;

    JobRunner(boolean isWorker, Supplier<List<Scheduler>> schedulers) {
        this.isWorker = isWorker;
        this.schedulers = schedulers;
    }

    @Override
    public boolean isAutoStartup() {
        return isWorker;
    }

    @Override
    public synchronized void start() {
        running = schedulers.get();
        running.forEach(Scheduler::start);
    }

    /** All at once: each waits for what it is doing. */
    @Override
    public synchronized void stop() {
        if (running != null) {
            try (var stops = Executors.newVirtualThreadPerTaskExecutor()) {
                running.forEach(scheduler -> stops.execute(scheduler::stop));
            }
            running = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }
}
