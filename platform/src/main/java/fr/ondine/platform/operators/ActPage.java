package fr.ondine.platform.operators;

import fr.ondine.platform.fleet.AuditedAct;
import java.util.List;

/** A page of what operators did, and whether there is more. */
public record ActPage(List<AuditedAct> rows, boolean hasMore) {

    public static final int SIZE = 50;

    public ActPage {
        rows = List.copyOf(rows);
    }
}
