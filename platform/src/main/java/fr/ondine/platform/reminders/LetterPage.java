package fr.ondine.platform.reminders;

import java.util.List;

/** A page of the letters of a batch, and whether there are more. */
public record LetterPage(List<BatchLetter> rows, boolean hasMore) {

    public LetterPage {
        rows = List.copyOf(rows);
    }
}
