package fr.ondine.ui.shell;

import java.util.Map;
import java.util.Optional;

/** What can be wrong with what somebody sends to a page's form, each with the word by which the page's address names it. */
public final class RefusalWords {

    private static final String OTHER = "autre";

    private final Map<String, String> byCode;

    public RefusalWords(Map<String, String> byCode) {
        this.byCode = Map.copyOf(byCode);
    }

    /** The word for a refusal; what the page does not say has one for all. */
    public String of(String code) {
        return byCode.getOrDefault(code, OTHER);
    }

    /** Which refusal an address names; nothing for any other word. */
    public Optional<String> code(String word) {
        return byCode.entrySet().stream()
                .filter(known -> known.getValue().equals(word))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
