package fr.ondine.platform.kernel;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Identifiers of rows that are made before it is known whose turn it is to write: they are given when the rows are
 * written, so that an index grows at its end whoever comes first. Until then numbers after one drawn by lot stand for them.
 */
public final class LateIds {

    private static final int AFTER_DRAWN = 19;
    private static final int LENGTH = 36;

    private final long drawn = ThreadLocalRandom.current().nextLong();
    private final String mark = new UUID(drawn, 0).toString().substring(0, AFTER_DRAWN);
    private int count;

    /** What stands for the next one. */
    public UUID next() {
        return new UUID(drawn, count++);
    }

    /** Gives all of them, each after the one before. */
    public Given give() {
        return new Given(this, OrderedId.next(count));
    }

    /** The identifiers that were stood for. */
    public record Given(LateIds late, List<UUID> ids) {

        public UUID of(UUID standIn) {
            return ids.get((int) standIn.getLeastSignificantBits());
        }

        /** A text with the identifiers in the place of what stood for them. */
        public StringBuilder in(StringBuilder text) {
            var whole = new StringBuilder(text.length());
            var from = 0;
            for (var at = text.indexOf(late.mark); at >= 0; at = text.indexOf(late.mark, from)) {
                whole.append(text, from, at).append(of(UUID.fromString(text.substring(at, at + LENGTH))));
                from = at + LENGTH;
            }
            return whole.append(text, from, text.length());
        }
    }
}
