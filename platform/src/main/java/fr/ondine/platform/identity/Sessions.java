package fr.ondine.platform.identity;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.tenancy.TenantContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says whether a session still counts, and ends all of a person's sessions. */
@Service
@Transactional
public class Sessions {

    private final UserAccounts accounts;
    private final RememberedDevices devices;
    private final AuditTrail audit;

    Sessions(UserAccounts accounts, RememberedDevices devices, AuditTrail audit) {
        this.accounts = accounts;
        this.devices = devices;
        this.audit = audit;
    }

    /** Whether the session is of the bound utility and nothing has ended it since it began. */
    @Transactional(readOnly = true)
    public boolean isCurrent(CurrentUser user) {
        return user.tenant().equals(TenantContext.current())
                && accounts.findSecurityVersion(user.userId())
                        .filter(version -> version == user.securityVersion())
                        .isPresent();
    }

    /** Signs the person out on every device, this one and the remembered ones too. */
    public void endAll(UserId user) {
        accounts.endSessions(user);
        devices.forgetAll(user);
        audit.record("user:" + user, "sessions.ended", "user:" + user, "");
    }
}
