package fr.ondine.platform.customers;

import fr.ondine.platform.identity.Sessions;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets staff sign a subscriber out everywhere who cannot any more: a telephone that was stolen, say. */
@Service
@Transactional
public class AccessDesk {

    private final LinkedAccounts accounts;
    private final Sessions sessions;

    AccessDesk(LinkedAccounts accounts, Sessions sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    /** The accounts to which an agreement is open. */
    @Transactional(readOnly = true)
    public List<SeenAccount> accounts(CurrentStaff who, AgreementId agreement) {
        who.require(StaffPermission.SERVE);
        return accounts.of(agreement);
    }

    /** Ends every session and remembered device of one of them; the password stays. {@link UnknownAgreement} for others. */
    public void signOut(CurrentStaff who, AgreementId agreement, UserId user) {
        who.require(StaffPermission.SERVE);
        if (accounts.of(agreement).stream().noneMatch(linked -> linked.user().equals(user))) {
            throw new UnknownAgreement();
        }
        sessions.endAll(user, who.actor());
    }
}
