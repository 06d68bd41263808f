package fr.ondine.platform.staff;

import fr.ondine.platform.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says whether a staff session still counts, and ends those of all. */
@Service
public class StaffSessions {

    private final StaffAccounts accounts;
    private final AuditTrail audit;

    StaffSessions(StaffAccounts accounts, AuditTrail audit) {
        this.accounts = accounts;
        this.audit = audit;
    }

    /** Whether it is of the bound utility, and nothing has ended it since it began: a suspension, another invitation. */
    @Transactional(readOnly = true)
    public boolean isCurrent(CurrentStaff staff) {
        return staff.isHere()
                && accounts.find(staff.id())
                        .filter(StaffAccount::isActive)
                        .filter(account -> account.securityVersion() == staff.securityVersion())
                        .isPresent();
    }

    /** Signs everybody out who works at the bound utility; the caller has asked whether they may. How many accounts there are. */
    @Transactional
    public int endEverybodys(String by) {
        var accounts = this.accounts.endEverybodysSessions();
        audit.record(by, "sessions.ended-of-all", "staff", String.valueOf(accounts));
        return accounts;
    }
}
