package fr.ondine.platform.receivables;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The statement of an account (relevé de compte): what was billed, what came in, and what was owed after each. */
@Service
@Transactional(readOnly = true)
public class Statements {

    public static final int PAGE = 25;

    private final StatementRows rows;

    Statements(StatementRows rows) {
        this.rows = rows;
    }

    /** The newest first, a page at a time, the first of which is 0. */
    public StatementPage page(CurrentStaff who, AgreementId agreement, int page) {
        who.require(StaffPermission.LOOK);
        var found = rows.of(agreement, page * PAGE, PAGE + 1);
        return new StatementPage(found.stream().limit(PAGE).toList(), found.size() > PAGE);
    }
}
