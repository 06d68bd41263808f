package fr.ondine.platform.imports;

import fr.ondine.platform.kernel.Sentences;

/** Why a file set was not taken in, at the place to correct; line 0 and an empty column mean the file as a whole. */
public record Refusal(String file, long line, String column, String value, String reason) {

    /** The refusal as a person reads it in a report. */
    String text(Phrases phrases) {
        var place = new StringBuilder(file);
        if (line > 0) {
            place.append(phrases.of("imports.refusal.line", String.valueOf(line)));
        }
        if (!column.isEmpty()) {
            place.append(phrases.of("imports.refusal.column", column));
        }
        if (!value.isEmpty()) {
            place.append(phrases.of("imports.refusal.value", value));
        }
        return phrases.of("imports.refusal", place, reason);
    }

    @Override
    public String toString() {
        return text(new Phrases(Sentences.commonLanguage()));
    }
}
