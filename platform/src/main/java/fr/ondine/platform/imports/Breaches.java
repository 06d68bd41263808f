package fr.ondine.platform.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The rows that break a rule: the first are kept, the rest are counted. */
final class Breaches {

    private final List<Breach> kept = new ArrayList<>();
    private long others;

    void add(Breach breach) {
        if (kept.size() < Refusals.KEPT) {
            kept.add(breach);
        } else {
            others++;
        }
    }

    boolean isEmpty() {
        return kept.isEmpty();
    }

    /** Refuses each of them with its fields as they stand in the files. */
    void tell(Quotation quotation, Refusals refusals) {
        var fields = quotation.of(kept.stream().flatMap(Breach::cells).collect(Collectors.toSet()));
        kept.forEach(breach -> breach.tell(fields, refusals));
        refusals.addOthers(others);
    }
}
