package fr.ondine.platform.metering;

import java.util.List;

/** A page of the readings to check, and whether there is more. */
public record CheckPage(List<ReadingToCheck> rows, boolean hasMore) {
    public CheckPage {
        rows = List.copyOf(rows);
    }
}
