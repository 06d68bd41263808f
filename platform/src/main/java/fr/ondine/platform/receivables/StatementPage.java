package fr.ondine.platform.receivables;

import java.util.List;

/** A page of the statement of an account, the newest first, and whether there is more. */
public record StatementPage(List<StatementEntry> rows, boolean hasMore) {

    public StatementPage {
        rows = List.copyOf(rows);
    }
}
