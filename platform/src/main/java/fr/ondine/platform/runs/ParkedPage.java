package fr.ondine.platform.runs;

import java.util.List;

/** A page of what a run set aside, and whether there is more. */
public record ParkedPage(List<ParkedAgreement> rows, boolean hasMore) {

    public ParkedPage {
        rows = List.copyOf(rows);
    }
}
