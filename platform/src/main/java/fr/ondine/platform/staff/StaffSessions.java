package fr.ondine.platform.staff;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says whether a staff session still counts. */
@Service
public class StaffSessions {

    private final StaffAccounts accounts;

    StaffSessions(StaffAccounts accounts) {
        this.accounts = accounts;
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
}
