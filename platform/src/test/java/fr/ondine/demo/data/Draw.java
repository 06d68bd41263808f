package fr.ondine.demo.data;

import java.util.List;
import java.util.SplittableRandom;

/** Draws from a seed, so that dossier 42 of a utility is always the same person with the same meter. */
final class Draw {

    private final SplittableRandom random;

    Draw(DemoUtility utility, int dossier, String purpose) {
        random = new SplittableRandom(31L * (31L * utility.slug().hashCode() + dossier) + purpose.hashCode());
    }

    int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    boolean percent(int chances) {
        return random.nextInt(100) < chances;
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    String from(String alphabet, int length) {
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    String digits(int length) {
        return from("0123456789", length);
    }
}
