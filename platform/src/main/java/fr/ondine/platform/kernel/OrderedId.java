package fr.ondine.platform.kernel;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

/**
 * Identifiers that follow one another in time (UUID version 7, RFC 9562, with a counter as in its section 6.2), so that an
 * index grows at its end. Not to be guessed from, and not for secrets: of their random bits nothing is promised.
 */
public final class OrderedId {

    private static final long VERSION = 7L << 12;
    private static final long COUNT = 0xFFF;
    private static final int COUNT_BITS = 12;

    /** The milliseconds with the count within them, which go on into the next one rather than begin anew. */
    private static final AtomicLong LAST = new AtomicLong();

    private OrderedId() {}

    /** The next one of this process. */
    public static UUID next() {
        return next(1).getFirst();
    }

    /** The next ones, between which nobody else has any. */
    public static List<UUID> next(int count) {
        var now = System.currentTimeMillis() << COUNT_BITS;
        var last = LAST.updateAndGet(before -> Math.max(before, now - 1) + count);
        return LongStream.rangeClosed(last - count + 1, last)
                .mapToObj(OrderedId::at)
                .toList();
    }

    private static UUID at(long place) {
        var high = place >>> COUNT_BITS << 16 | VERSION | place & COUNT;
        return new UUID(high, ThreadLocalRandom.current().nextLong() >>> 2 | Long.MIN_VALUE);
    }
}
