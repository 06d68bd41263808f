package fr.ondine.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Compares how long two questions take, by many answers of each: how often one of the first took longer than one of the
 * second. What a stranger cannot tell apart is half of them; one that hashes and one that does not are all of them.
 */
public final class AnswerTimes {

    private static final int WARM = 5;
    private static final int ROUNDS = 40;

    /** How often each is asked. */
    public static final int QUESTIONS = WARM + ROUNDS;

    private AnswerTimes() {}

    /** Asks each question of many rounds, in turn, and each time with another number; warm-up included. */
    public static void assertAlike(IntConsumer one, IntConsumer other) {
        for (var round = 0; round < WARM; round++) {
            one.accept(round);
            other.accept(round);
        }
        var first = new long[ROUNDS];
        var second = new long[ROUNDS];
        for (var round = 0; round < ROUNDS; round++) {
            // whoever comes second finds warm caches: each does as often
            if (round % 2 == 0) {
                first[round] = time(one, WARM + round);
                second[round] = time(other, WARM + round);
            } else {
                second[round] = time(other, WARM + round);
                first[round] = time(one, WARM + round);
            }
        }
        assertThat(longer(first, second))
                .as("how often one takes longer: %s and %s", Arrays.toString(first), Arrays.toString(second))
                .isBetween(0.25, 0.75);
    }

    private static long time(IntConsumer question, int round) {
        var start = System.nanoTime();
        question.accept(round);
        return System.nanoTime() - start;
    }

    private static double longer(long[] first, long[] second) {
        return Arrays.stream(first)
                        .mapToDouble(one -> Arrays.stream(second)
                                .filter(other -> one > other)
                                .count())
                        .average()
                        .orElseThrow()
                / second.length;
    }
}
