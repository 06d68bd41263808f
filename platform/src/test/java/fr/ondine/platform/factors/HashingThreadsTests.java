package fr.ondine.platform.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
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

    private static <T> T onAPage(Callable<T> work) throws Exception {
        try (var pages = Executors.newVirtualThreadPerTaskExecutor()) {
            return pages.submit(work).get();
        }
    }
}
