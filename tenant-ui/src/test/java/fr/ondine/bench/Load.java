package fr.ondine.bench;

import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Runs the same work on many threads for some seconds and says how often and how fast it went. */
record Load(int threads, int seconds) {

    private static final int MOST_SAMPLES = 200_000;

    /** Times a second over all threads, and how long one took, in milliseconds. */
    record Result(double rate, double p50, double p99) {}

    /** {@code work} is given a number that grows with every run, to choose what it works on. */
    Result run(IntConsumer work) {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var begun = System.nanoTime();
            var end = begun + TimeUnit.SECONDS.toNanos(seconds);
            var samples =
                    IntStream.range(0, threads).mapToObj(reader -> start(pool, reader, end, work)).toList().stream()
                            .flatMapToLong(future -> Arrays.stream(result(future)))
                            .sorted()
                            .toArray();
            var elapsed = (System.nanoTime() - begun) / 1e9;
            return new Result(
                    samples.length / elapsed,
                    samples[samples.length / 2] / 1e6,
                    samples[samples.length * 99 / 100] / 1e6);
        }
    }

    private Future<long[]> start(ExecutorService pool, int reader, long end, IntConsumer work) {
        return pool.submit(() -> {
            var samples = new long[MOST_SAMPLES];
            var count = 0;
            for (var now = System.nanoTime(); now < end && count < MOST_SAMPLES; now = System.nanoTime()) {
                work.accept(reader + threads * count);
                samples[count++] = System.nanoTime() - now;
            }
            return Arrays.copyOf(samples, count);
        });
    }

    private static long[] result(Future<long[]> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
