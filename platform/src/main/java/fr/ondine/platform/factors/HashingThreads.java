package fr.ondine.platform.factors;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Where passwords are hashed, one thread for each processor. A virtual thread would hold its carrier, and with it pages
 * of everybody else, for as long as it hashes; and on ever other threads the C library fetches the 19 MiB anew for each.
 */
public final class HashingThreads {

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
    private static final Duration IDLE = Duration.ofMinutes(1);
    static final ThreadPoolExecutor THREADS = threads();

    private HashingThreads() {}

    public static <T> T run(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, THREADS).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException known ? known : failed;
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
