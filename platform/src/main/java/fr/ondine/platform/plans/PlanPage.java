package fr.ondine.platform.plans;

import java.util.List;

/** A page of plans. */
public record PlanPage(List<ListedPlan> rows, boolean hasMore) {

    public PlanPage {
        rows = List.copyOf(rows);
    }
}
