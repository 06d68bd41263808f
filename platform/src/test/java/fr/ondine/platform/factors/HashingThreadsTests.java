package fr.ondine.platform.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HashingThreadsTests {

    @Test
    void a_page_on_a_virtual_thread_holds_no_carrier_while_it_hashes() throws Exception {
        assertThat(onAPage(() -> Thread.currentThread().isVirtual())).isTrue();
        assertThat(onAPage(() -> HashingThreads.run(() -> Thread.currentThread().isVirtual())))
                .isFalse();
    }

    @Test
    void what_fails_there_fails_here_as_it_was() {
        assertThatThrownBy(() -> HashingThreads.run(() -> {
                    throw new IllegalArgumentException("no hash");
                }))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("no hash");
    }

    @Test
    void nobody_waits_for_ever_for_others_and_what_was_given_up_is_not_begun() {
        var isOver = new CountDownLatch(1);
        var begun = new AtomicInteger();
        var busy = IntStream.range(0, Runtime.getRuntime().availableProcessors())
                .mapToObj(each -> Thread.ofVirtual().start(() -> HashingThreads.run(() -> waitFor(isOver))))
                .toList();
        await().until(() -> HashingThreads.THREADS.getActiveCount() == busy.size());
        assertThatThrownBy(() -> HashingThreads.run(begun::incrementAndGet, Duration.ofMillis(50)))
                .isInstanceOf(HashingBusy.class);
        isOver.countDown();
        assertThat(HashingThreads.run(() -> "the next")).isEqualTo("the next");
        assertThat(begun).hasValue(0);
    }

    private static boolean waitFor(CountDownLatch isOver) {
        try {
            return isOver.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }

    private static <T> T onAPage(Callable<T> work) throws Exception {
        try (var pages = Executors.newVirtualThreadPerTaskExecutor()) {
            return pages.submit(work).get();
        }
    }
}
