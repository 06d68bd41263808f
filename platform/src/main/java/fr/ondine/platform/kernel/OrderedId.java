package fr.ondine.platform.kernel;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Identifiers that follow one another in time (UUID version 7, RFC 9562), so that an index grows at its end. */
public final class OrderedId {

    private static final int VERSION = 7;

    private OrderedId() {}

    /** Not to be guessed from, and not for secrets: of its random bits nothing is promised. */
    public static UUID next() {
        var random = ThreadLocalRandom.current();
        var high = System.currentTimeMillis() << 16 | VERSION << 12 | random.nextInt(1 << 12);
        return new UUID(high, random.nextLong() >>> 2 | Long.MIN_VALUE);
    }
}
