package fr.ondine.platform.factors;

import static org.awaitility.Awaitility.await;

import java.time.Duration;

/** Counts the passwords that a piece of work hashes: what costs a door its time, whatever else the machine does. */
public final class HashesDone {

    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private HashesDone() {}

    public static long by(Runnable work) {
        var before = done();
        work.run();
        return done() - before;
    }

    /** A thread says what it did a moment after who asked has the answer. */
    private static long done() {
        await().pollDelay(Duration.ZERO)
                .pollInterval(A_MOMENT)
                .until(() -> HashingThreads.THREADS.getActiveCount() == 0);
        return HashingThreads.THREADS.getCompletedTaskCount();
    }
}
