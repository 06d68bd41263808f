package fr.ondine.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The schedulers of a platform with several databases. */
class JobRunnerTests {

    private final CyclicBarrier bothAreStopping = new CyclicBarrier(2);
    private final AtomicInteger stopped = new AtomicInteger();

    @Test
    void none_waits_for_what_another_is_doing() {
        var runner = new JobRunner(true, () -> List.of(scheduler(), scheduler()));

        runner.start();
        assertThat(runner.isRunning()).isTrue();
        runner.stop();

        assertThat(stopped).hasValue(2);
        assertThat(runner.isRunning()).isFalse();
    }

    private Scheduler scheduler() {
        var scheduler = mock(Scheduler.class);
        doAnswer(call -> {
                    bothAreStopping.await(20, TimeUnit.SECONDS);
                    return stopped.incrementAndGet();
                })
                .when(scheduler)
                .stop();
        return scheduler;
    }
}
