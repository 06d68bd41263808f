package fr.ondine.platform.customers;

import fr.ondine.platform.identity.Sessions;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets staff sign a subscriber out everywhere who cannot any more: a telephone that was stolen, say; and take a contract out
 * of an account that should never have had it.
 */
@Service
@Transactional
public class AccessDesk {

    private final LinkedAccounts accounts;
    private final Sessions sessions;
    private final Opening opening;

    AccessDesk(LinkedAccounts accounts, Sessions sessions, Opening opening) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.opening = opening;
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
        requireLinked(agreement, user);
        sessions.endAll(user, who.actor());
    }

    /**
     * Takes the agreement out of one of them, whose claim was a stranger's, with what was opened by the same claim; they are
     * told, and what they let others see of it ends. {@link UnknownAgreement} for others.
     */
    public void takeAway(CurrentStaff who, AgreementId agreement, UserId user) {
        who.require(StaffPermission.SERVE);
        requireLinked(agreement, user);
        opening.close(user, agreement, who.actor());
    }

    private void requireLinked(AgreementId agreement, UserId user) {
        if (accounts.of(agreement).stream().noneMatch(linked -> linked.user().equals(user))) {
            throw new UnknownAgreement();
        }
    }
}
