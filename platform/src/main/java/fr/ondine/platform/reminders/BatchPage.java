package fr.ondine.platform.reminders;

import java.util.List;

/** A page of the list of batches, and whether there are older ones. */
public record BatchPage(List<Batch> rows, boolean hasMore) {

    public BatchPage {
        rows = List.copyOf(rows);
    }
}
