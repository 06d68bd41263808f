package fr.ondine.platform.billing;

import java.util.List;

/** A page of the contracts that were found, and whether there are more. */
public record FoundAgreements(List<FoundAgreement> rows, boolean hasMore) {

    public FoundAgreements {
        rows = List.copyOf(rows);
    }
}
