package fr.ondine.platform.runs;

import java.util.List;

/** A page of the list of runs, and whether there are older ones. */
public record RunPage(List<RunSummary> rows, boolean hasMore) {

    public RunPage {
        rows = List.copyOf(rows);
    }
}
