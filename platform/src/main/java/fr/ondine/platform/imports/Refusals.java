package fr.ondine.platform.imports;

import fr.ondine.platform.kernel.DomainException;
import java.util.ArrayList;
import java.util.List;

/** The refusals of one import: the first are kept, the rest are counted. */
final class Refusals {

    static final int KEPT = 1_000;
    private static final int VALUE_SHOWN = 80;

    private final List<Refusal> kept = new ArrayList<>();
    private final Phrases phrases;
    private long count;

    Refusals(Phrases phrases) {
        this.phrases = phrases;
    }

    void add(String file, long line, String column, String value, DomainException why) {
        add(file, line, column, value, phrases.of(why));
    }

    void add(String file, long line, String column, String value, String reason) {
        count++;
        if (kept.size() < KEPT) {
            kept.add(new Refusal(file, line, column, shortened(value), reason));
        }
    }

    /** Those that are not listed. */
    void addOthers(long others) {
        count += others;
    }

    static String shortened(String value) {
        var shown = value.length() > VALUE_SHOWN ? value.substring(0, VALUE_SHOWN) + "…" : value;
        return shown.replaceAll("\\p{Cntrl}", " ");
    }

    boolean isEmpty() {
        return count == 0;
    }

    long count() {
        return count;
    }

    List<Refusal> kept() {
        return List.copyOf(kept);
    }
}
