package fr.ondine.ui.operatorapi;

import fr.ondine.platform.fleet.UtilitySummary;
import java.util.List;
import org.springframework.data.domain.Page;

/** A page of utilities as a program reads it. */
public record FleetPage(List<UtilitySummary> utilities, int page, int pages, long total) {

    public FleetPage(Page<UtilitySummary> page) {
        this(page.getContent(), page.getNumber() + 1, page.getTotalPages(), page.getTotalElements());
    }
}
