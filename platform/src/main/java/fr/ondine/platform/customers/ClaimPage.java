package fr.ondine.platform.customers;

import java.util.List;

/** Some of the claims that wait for customer service, and whether there are more. */
public record ClaimPage(List<WaitingClaim> rows, boolean hasMore) {

    public ClaimPage {
        rows = List.copyOf(rows);
    }
}
