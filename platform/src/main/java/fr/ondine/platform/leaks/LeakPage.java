package fr.ondine.platform.leaks;

import java.util.List;

/** A page of files, and whether there is more. */
public record LeakPage(List<LeakFile> rows, boolean hasMore) {

    public LeakPage {
        rows = List.copyOf(rows);
    }
}
