package fr.ondine.platform.billing;

import java.util.List;

/** What was found by one thing, the contracts in force first, and whether there is more than is shown. */
public record FoundGroup(FoundBy by, List<Found> rows, boolean hasMore) {

    public FoundGroup {
        rows = List.copyOf(rows);
    }
}
