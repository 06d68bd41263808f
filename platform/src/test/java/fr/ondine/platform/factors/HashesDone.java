package fr.ondine.platform.factors;

import static org.awaitility.Awaitility.await;

/** Counts the passwords that a piece of work hashes: what costs a door its time, whatever else the machine does. */
public final class HashesDone {

    private HashesDone() {}

    public static long by(Runnable work) {
        var before = done();
        work.run();
        return done() - before;
    }

    /** A thread says what it did a moment after who asked has the answer. */
    private static long done() {
        await().until(() -> HashingThreads.THREADS.getActiveCount() == 0);
        return HashingThreads.THREADS.getCompletedTaskCount();
    }
}
