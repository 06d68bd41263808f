package fr.ondine.platform.factors;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Where passwords are hashed, one thread for each processor. A virtual thread would hold its carrier, and with it pages
 * of everybody else, for as long as it hashes; and on ever other threads the C library fetches the 19 MiB anew for each.
 */
public final class HashingThreads {

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
    private static final Duration IDLE = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    static final ThreadPoolExecutor THREADS = threads();

    private HashingThreads() {}

    /** What has not begun or ended by then is given up: nobody waits for ever for others' passwords, nor holds a place. */
    public static <T> T run(Supplier<T> work) {
        return run(work, PATIENCE);
    }

    static <T> T run(Supplier<T> work, Duration patience) {
        var done = CompletableFuture.supplyAsync(work, THREADS);
        try {
            return done.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).join();
        } catch (CompletionException failed) {
            throw switch (failed.getCause()) {
                case TimeoutException late -> new HashingBusy();
                case RuntimeException known -> known;
                case null, default -> failed;
            };
        }
    }

    private static ThreadPoolExecutor threads() {
        var threads = new ThreadPoolExecutor(
                PROCESSORS,
                PROCESSORS,
                IDLE.toSeconds(),
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("hashing-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }
}
