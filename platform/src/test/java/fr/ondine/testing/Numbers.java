package fr.ondine.testing;

import java.util.concurrent.atomic.AtomicInteger;

/** Numbers of invoices and contracts that no other test of this process has: two drawn ones are the same some day. */
public final class Numbers {
    private static final AtomicInteger LAST = new AtomicInteger(400_000);

    private Numbers() {}

    /** Six digits, the next ones. */
    public static String next() {
        return String.valueOf(LAST.incrementAndGet());
    }
}
