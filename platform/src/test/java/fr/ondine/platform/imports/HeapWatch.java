package fr.ondine.platform.imports;

import java.time.Duration;

/** Measures by how much the live heap grows while something runs. */
final class HeapWatch implements AutoCloseable {

    private final Thread watcher = Thread.ofPlatform().daemon().unstarted(this::watch);
    private final long before = live();
    private volatile long most = before;

    static HeapWatch start() {
        var watch = new HeapWatch();
        watch.watcher.start();
        return watch;
    }

    long growth() {
        return Math.max(most, live()) - before;
    }

    @Override
    public void close() {
        watcher.interrupt();
    }

    private void watch() {
        try {
            while (true) {
                most = Math.max(most, live());
                Thread.sleep(Duration.ofSeconds(1));
            }
        } catch (InterruptedException enough) {
            Thread.currentThread().interrupt();
        }
    }

    private static long live() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
