package fr.ondine.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.ToDoubleFunction;

/** Takes the time of work, and compares times by their medians. */
final class Seconds {

    private Seconds() {}

    interface Work {
        void run() throws Exception;
    }

    static double of(Work work) throws Exception {
        var begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e9;
    }

    static <T> double median(Collection<T> runs, ToDoubleFunction<T> figure) {
        var sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        return Arrays.stream(sorted).skip(sorted.length / 2).findFirst().orElseThrow();
    }
}
