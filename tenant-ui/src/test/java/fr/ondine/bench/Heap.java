package fr.ondine.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The most that was alive after a collection while something went on; a collection is asked for each other second. */
final class Heap {

    private static final double MEGABYTE = 1 << 20;

    private final Thread watch;
    private volatile double most;

    private Heap() {
        watch = Thread.ofPlatform().daemon().start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
                most = Math.max(most, alive());
            }
        });
    }

    static Heap watched() {
        return new Heap();
    }

    double megabytes() {
        watch.interrupt();
        return Math.max(most, alive());
    }

    private static double alive() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
                        .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                        .sum()
                / MEGABYTE;
    }
}
