package fr.ondine.platform.tenancy;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Starts a scheduler once everything else is up and stops it before anything else goes; a stopped one is not reused. */
final class JobRunner implements SmartLifecycle {

    private final Supplier<Scheduler> schedulers;
    private @Nullable Scheduler running;

    JobRunner(Supplier<Scheduler> schedulers) {
        this.schedulers = schedulers;
    }

    @Override
    public synchronized void start() {
        running = schedulers.get();
        running.start();
    }

    @Override
    public synchronized void stop() {
        if (running != null) {
            running.stop();
            running = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }
}
