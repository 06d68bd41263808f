package fr.ondine.ui;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/** Which word somebody meant who typed another: the one that takes the fewest letters to be changed. */
final class Nearest {

    private Nearest() {}

    static String of(String typed, List<String> words) {
        return to(words, word -> letters(typed, word));
    }

    static <T> T to(List<T> all, ToIntFunction<T> distance) {
        return all.stream().min(Comparator.comparingInt(distance)).orElseThrow();
    }

    /** How many letters must be put in, left out or replaced to make one of the other. */
    static int letters(String one, String other) {
        var above = new int[other.length() + 1];
        for (var column = 0; column < above.length; column++) {
            above[column] = column;
        }
        for (var row = 1; row <= one.length(); row++) {
            var here = new int[above.length];
            here[0] = row;
            for (var column = 1; column < here.length; column++) {
                var replaced = above[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
                here[column] = Math.min(replaced, Math.min(above[column], here[column - 1]) + 1);
            }
            above = here;
        }
        return above[other.length()];
    }
}
