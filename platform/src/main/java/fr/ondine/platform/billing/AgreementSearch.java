package fr.ondine.platform.billing;

import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds contracts of the bound utility for its staff, from anywhere: by number, holder, street, meter, e-mail address, each
 * by its beginning, or by an invoice.
 */
@Service
@Transactional(readOnly = true)
public class AgreementSearch {

    /** Of each thing that contracts are found by. */
    public static final int SHOWN = 10;

    private final SearchRows rows;
    private final Tenants tenants;
    private final Clock clock;

    AgreementSearch(SearchRows rows, Tenants tenants, Clock clock) {
        this.rows = rows;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** The same one query whatever was typed; nothing for nothing. */
    public SearchResult find(CurrentStaff who, String typed) {
        who.require(StaffPermission.LOOK);
        var search = TypedSearch.of(typed);
        return search.isEmpty()
                ? new SearchResult(List.of())
                : SearchResult.of(rows.find(search, tenants.current(), LocalDate.now(clock), SHOWN + 1), SHOWN);
    }
}
